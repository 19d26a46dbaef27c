using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads the attribute elements of an Entity.xml.</summary>
internal sealed class ColumnReader(IReadOnlyDictionary<string, IReadOnlyList<Option>> globalChoices, ILookup<string, string> targetsByColumn)
{
    private const int PrecisionOfCurrency = 2;

    /// <summary>One column.</summary>
    /// <exception cref="NotSupportedException">Its type is none that this org models.</exception>
    public Column Read(XElement element, string table)
    {
        var name = element.Text("LogicalName");
        var type = TypeOf(element.Text("Type"), table, name);
        var choice = element.Text("OptionSetName");
        return new Column
        {
            Name = name,
            SchemaName = element.Name("PhysicalName"),
            Type = type,
            Labels = element.Element("displaynames").Labels(),
            MaxLength = element.Number("MaxLength"),
            Minimum = element.Amount("MinValue", decimal.MinValue),
            Maximum = element.Amount("MaxValue", decimal.MaxValue),
            Precision = element.Number("Accuracy"),
            FollowsCurrency = element.Number("AccuracySource") == PrecisionOfCurrency,
            ShowsDayOnly = type == ColumnType.DateTime && element.Text("Format") == "date",
            DateBehavior = (DateBehavior)element.Number("Behavior", (int)DateBehavior.UserLocal),
            Options = choice.Length > 0 ? GlobalOptions(choice, table, name) : OptionReader.Options(element.Element("optionset")),
            GlobalChoice = choice.Length > 0 ? choice : null,
            DefaultValue = DefaultOf(element, type),
            Targets = TargetsOf(type, table, element.Name("PhysicalName")),
            IsPrimaryName = element.Text("DisplayMask").Split('|').Contains("PrimaryName"),
            IsSecured = element.Flag("IsSecured"),
            ValidForCreate = element.Text("ValidForCreateApi") != "0",
            ValidForUpdate = element.Text("ValidForUpdateApi") != "0",
            AutoNumberFormat = element.Text("AutoNumberFormat"),
            BaseOf = element.Element("CalculationOf")?.Value.ToLowerInvariant(),
            Unsupported = UnsupportedKind(element),
        };
    }

    private static ColumnType TypeOf(string type, string table, string column) =>
        Types.TryGetValue(type, out var known) ? known : throw new NotSupportedException($"Column {table}.{column} has type '{type}', which LocalOrg does not support.");

    // What nobody can write is no reason to refuse a solution that has it: whoever asks for it is told.
    private static string? UnsupportedKind(XElement element) => (element.Text("Type"), element.Number("SourceType")) switch
    {
        ("image", _) => "image columns",
        ("file", _) => "file columns",
        (_, 0) => null,
        (_, 1) => "calculated columns",
        (_, 2) => "roll-up columns",
        _ => "formula columns",
    };

    private static int? DefaultOf(XElement element, ColumnType type) => type switch
    {
        ColumnType.Boolean => element.Number("AppDefaultValue"),
        ColumnType.Choice when element.Number("AppDefaultValue", -1) is var value and not -1 => value,
        _ => null,
    };

    private IReadOnlyList<Option> GlobalOptions(string choice, string table, string column) =>
        globalChoices.TryGetValue(choice, out var options)
            ? options
            : throw new InvalidDataException($"Column {table}.{column} uses the global choice '{choice}', which is not in OptionSets.");

    private IReadOnlyList<string> TargetsOf(ColumnType type, string table, string schemaName) => type switch
    {
        ColumnType.Owner => ["systemuser", "team"],
        ColumnType.Lookup when SystemTargets.TryGetValue(schemaName, out var target) => [target],
        ColumnType.Lookup => [.. targetsByColumn[table + "." + schemaName.ToLowerInvariant()].Distinct()],
        _ => [],
    };

    private static Dictionary<string, ColumnType> Types { get; } = new()
    {
        ["primarykey"] = ColumnType.PrimaryKey,
        ["uniqueidentifier"] = ColumnType.Guid,
        ["nvarchar"] = ColumnType.Text,
        ["ntext"] = ColumnType.Memo,
        ["int"] = ColumnType.Integer,
        ["bigint"] = ColumnType.BigInteger,
        ["decimal"] = ColumnType.Decimal,
        ["float"] = ColumnType.Double,
        ["money"] = ColumnType.Money,
        ["bit"] = ColumnType.Boolean,
        ["datetime"] = ColumnType.DateTime,
        ["picklist"] = ColumnType.Choice,
        ["multiselectpicklist"] = ColumnType.Choices,
        ["state"] = ColumnType.State,
        ["status"] = ColumnType.Status,
        ["lookup"] = ColumnType.Lookup,
        ["customer"] = ColumnType.Lookup,
        ["owner"] = ColumnType.Owner,
        ["image"] = ColumnType.Text,
        ["file"] = ColumnType.Text,
    };

    // The relationships of these come with every table and are left out of solutions (solution-anatomy.md 6).
    private static IReadOnlyDictionary<string, string> SystemTargets { get; } = new Dictionary<string, string>
    {
        ["CreatedBy"] = "systemuser",
        ["CreatedOnBehalfBy"] = "systemuser",
        ["ModifiedBy"] = "systemuser",
        ["ModifiedOnBehalfBy"] = "systemuser",
        ["OwningUser"] = "systemuser",
        ["OwningTeam"] = "team",
        ["OwningBusinessUnit"] = "businessunit",
        ["OrganizationId"] = "organization",
    };
}
