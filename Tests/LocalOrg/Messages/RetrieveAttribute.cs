using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmExtensions.Local.Messages;

/// <summary>The metadata of a choice, state or status column.</summary>
internal sealed class RetrieveAttribute : MessageHandler
{
    public override string RequestName => "RetrieveAttribute";

    public override bool IsReadOnly => true;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        var table = operation.Engine.TableOf(operation.Required<string>("EntityLogicalName"));
        var name = operation.Required<string>("LogicalName");
        var column = table.Columns.TryGetValue(name, out var known) ? known : throw DataFaults.UnknownColumn(table.Name, name);
        operation.Results["AttributeMetadata"] = MetadataOf(column);
    }

    private static EnumAttributeMetadata MetadataOf(Column column)
    {
        var options = new OptionSetMetadata();
        options.Options.AddRange(column.Options.Select(option => OptionOf(column, option)));
        EnumAttributeMetadata metadata = column.Type switch
        {
            ColumnType.Choice => new PicklistAttributeMetadata(),
            ColumnType.State => new StateAttributeMetadata(),
            ColumnType.Status => new StatusAttributeMetadata(),
            _ => throw new NotSupportedByLocalOrgException($"the metadata of '{column.Name}': only choices, states and status reasons"),
        };
        metadata.LogicalName = column.Name;
        metadata.OptionSet = options;
        return metadata;
    }

    private static OptionMetadata OptionOf(Column column, Option option)
    {
        OptionMetadata metadata = column.Type switch
        {
            ColumnType.Status => new StatusOptionMetadata { State = option.State },
            ColumnType.State => new StateOptionMetadata { DefaultStatus = option.DefaultStatus },
            _ => new OptionMetadata(),
        };
        metadata.Value = option.Value;
        metadata.Label = new Label(
            new LocalizedLabel(option.Labels.In(Labels.English), Labels.English),
            option.Labels.ByLanguage.Select(label => new LocalizedLabel(label.Value, label.Key)).ToArray());
        return metadata;
    }
}
