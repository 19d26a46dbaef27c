namespace CrmExtensions.Local.Metadata;

/// <summary>One column, as its table's Entity.xml says.</summary>
public sealed record Column
{
    public required string Name { get; init; }

    /// <summary>Its place among the table's columns.</summary>
    public int Ordinal { get; init; }

    /// <summary>The name in the letter case of the schema.</summary>
    public required string SchemaName { get; init; }

    public required ColumnType Type { get; init; }

    public Labels Labels { get; init; } = Labels.None;

    public int MaxLength { get; init; }

    public decimal Minimum { get; init; }

    public decimal Maximum { get; init; }

    /// <summary>Digits after the point of a decimal or money column.</summary>
    public int Precision { get; init; }

    /// <summary>Whether amounts have as many decimals as their currency, rather than the column (MoneyAttributeMetadata.PrecisionSource).</summary>
    public bool FollowsCurrency { get; init; }

    public DateBehavior DateBehavior { get; init; }

    /// <summary>Whether users see the day only, whatever is kept.</summary>
    public bool ShowsDayOnly { get; init; }

    /// <summary>Values of a choice, state or status column; of a yes/no column its two labels.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>The global choice the column uses; empty for one of its own.</summary>
    public string? GlobalChoice { get; init; }

    /// <summary>What a new row gets when nobody says.</summary>
    public int? DefaultValue { get; init; }

    /// <summary>Tables a lookup may point to.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    public bool IsPrimaryName { get; init; }

    public bool IsSecured { get; init; }

    public bool ValidForCreate { get; init; } = true;

    public bool ValidForUpdate { get; init; } = true;

    public string AutoNumberFormat { get; init; } = "";

    /// <summary>Of a base-currency column: the money column it is calculated from.</summary>
    public string? BaseOf { get; init; }

    /// <summary>Whether a value tells its table beside the id: owners, and lookups that may point to several tables.</summary>
    public bool NamesItsTable => Type == ColumnType.Owner || (Type == ColumnType.Lookup && Targets.Count > 1);

    /// <summary>What it is that this org does not model, such as "image columns"; empty where it models it. Such a column is always empty.</summary>
    public string? Unsupported { get; init; }

    public bool IsWhole => Type is ColumnType.Integer or ColumnType.BigInteger;

    public bool HasOptions => Type is ColumnType.Choice or ColumnType.State or ColumnType.Status;

    /// <summary>This column where another solution, or an earlier version of the same, has brought it before.</summary>
    public Column Over(Column earlier) => this with { Options = Option.Over(Options, earlier.Options) };
}
