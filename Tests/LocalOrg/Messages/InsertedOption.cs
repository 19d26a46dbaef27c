using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>
/// Adds a value to a column with options, as an administrator would. Kept as a stringmap row, from which an org in a file
/// finds it again.
/// </summary>
internal abstract class InsertedOption(ColumnType type) : MessageHandler
{
    private const string CustomizePrivilege = "prvWriteCustomization";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        operation.Access.Demand(CustomizePrivilege);
        var engine = operation.Engine;
        var table = engine.TableOf(operation.Required<string>("EntityLogicalName"));
        var name = operation.Required<string>("AttributeLogicalName");
        if (!table.Columns.TryGetValue(name, out var column) || column.Type != type)
        {
            throw DataFaults.UnknownColumn(table.Name, name);
        }

        var label = operation.Required<Label>("Label").LocalizedLabels.Single();
        var value = operation.Optional<int?>("Value") ?? column.Options.Max(option => option.Value) + 1;
        var row = new Entity(StringMap.Table)
        {
            [StringMap.ObjectTypeCode] = table.Name,
            [StringMap.AttributeName] = name,
            [StringMap.AttributeValue] = value,
            [StringMap.Value] = label.Label,
            [StringMap.LangId] = label.LanguageCode,
            [StringMap.StatusState] = StateOf(operation),
        };
        engine.Execute(new CreateRequest { Target = row }, operation.Caller, operation, Mode.Silent);
        engine.Catalog = Restore(engine.Catalog, [row]);
        operation.Results["NewOptionValue"] = value;
    }

    /// <summary>The catalog with the values that stringmap rows say were added.</summary>
    public static Catalog Restore(Catalog catalog, IEnumerable<Entity> rows) => rows.Aggregate(catalog, (known, row) => known.WithOption(
        row.GetAttributeValue<string>(StringMap.ObjectTypeCode)!,
        row.GetAttributeValue<string>(StringMap.AttributeName)!,
        new Option(
            row.GetAttributeValue<int>(StringMap.AttributeValue),
            new Labels(new Dictionary<int, string> { [row.GetAttributeValue<int>(StringMap.LangId)] = row.GetAttributeValue<string>(StringMap.Value)! }),
            row.GetAttributeValue<int?>(StringMap.StatusState))));

    /// <summary>The state the new value belongs to; empty but for status reasons.</summary>
    protected abstract int? StateOf(Operation operation);
}
