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

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        var table = operation.Engine.TableOf(operation.Required<string>("EntityLogicalName"));
        var name = operation.Required<string>("LogicalName");
        var column = table.Columns.TryGetValue(name, out var known) ? known : throw DataFaults.UnknownColumn(table.Name, name);
        operation.Results["AttributeMetadata"] = MetadataOf(column);
    }

    private static AttributeMetadata MetadataOf(Column column)
    {
        var metadata = column.HasOptions ? ChoiceOf(column) : new AttributeMetadata();
        metadata.LogicalName = column.Name;
        metadata.DisplayName = LabelOf(column.Labels);
        return metadata;
    }

    private static EnumAttributeMetadata ChoiceOf(Column column)
    {
        var options = new OptionSetMetadata();
        options.Options.AddRange(column.Options.Select(option => OptionOf(column, option)));
        EnumAttributeMetadata metadata = column.Type switch
        {
            ColumnType.Choice => new PicklistAttributeMetadata(),
            ColumnType.State => new StateAttributeMetadata(),
            _ => new StatusAttributeMetadata(),
        };
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
        metadata.Label = LabelOf(option.Labels);
        return metadata;
    }

    private static Label LabelOf(Labels labels) => new(
        new LocalizedLabel(labels.In(Labels.English), Labels.English),
        labels.ByLanguage.Select(label => new LocalizedLabel(label.Value, label.Key)).ToArray());
}
