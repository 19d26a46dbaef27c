namespace CrmExtensions.Local.Metadata;

/// <summary>One table with its columns, keys and flags.</summary>
public sealed record Table
{
    public required string Name { get; init; }

    /// <summary>The name in the letter case of the schema, which privileges are named by.</summary>
    public required string SchemaName { get; init; }

    public required IReadOnlyDictionary<string, Column> Columns
    {
        get;
        init
        {
            field = value;
            Defaults = [.. value.Values.Where(column => column.DefaultValue is not null)];
            AutoNumbers = [.. value.Values.Where(column => column.AutoNumberFormat.Length > 0)];
            InOrdinals = [.. value.Values.OrderBy(column => column.Ordinal)];
            Secured = [.. value.Values.Where(column => column.IsSecured)];
            Bases = [.. value.Values.Where(column => column.BaseOf is not null)];
            Customers = [.. value.Values.Where(column => column is { Type: ColumnType.Lookup, NamesItsTable: true })];
        }
    }

    /// <summary>Columns that a new row fills when nobody says.</summary>
    public IReadOnlyList<Column> Defaults { get; private init; } = [];

    /// <summary>All columns by their ordinal.</summary>
    public IReadOnlyList<Column> InOrdinals { get; private init; } = [];

    public IReadOnlyList<Column> AutoNumbers { get; private init; } = [];

    /// <summary>Columns that only those may read whose profile says so.</summary>
    public IReadOnlyList<Column> Secured { get; private init; } = [];

    /// <summary>Base-currency columns.</summary>
    public IReadOnlyList<Column> Bases { get; private init; } = [];

    /// <summary>Lookups that may point to several tables, which no foreign key can guard.</summary>
    public IReadOnlyList<Column> Customers { get; private init; } = [];

    public required Column PrimaryKey { get; init; }

    public required Ownership Ownership { get; init; }

    public Labels Labels { get; init; } = Labels.None;

    public Column? PrimaryName { get; init; }

    public IReadOnlyList<AlternateKey> Keys { get; init; } = [];

    /// <summary>Columns of the quick find view; the platform indexes them.</summary>
    public IReadOnlyList<string> QuickFindColumns { get; init; } = [];

    public bool IsActivity { get; init; }

    /// <summary>Of the table behind a many-to-many relationship: the two it joins.</summary>
    public IReadOnlyList<Table> Ends { get; init; } = [];

    public bool IsIntersect => Ends.Count > 0;

    /// <summary>Whether its rows come and go with every change, so that no index is worth its upkeep: jobs.</summary>
    public bool IsTransient => Name == "asyncoperation";

    public bool HasState => Columns.ContainsKey("statecode");

    public bool IsOwned => Ownership == Ownership.User;

    /// <summary>The columns with their ordinals, in the order given.</summary>
    public static IReadOnlyList<Column> InOrder(IEnumerable<Column> columns) => [.. columns.Select((column, place) => column with { Ordinal = place })];

    /// <summary>What its privileges are named after: activities share one set, users have a short name.</summary>
    public string PrivilegeName => IsActivity ? "Activity" : Name == "systemuser" ? "User" : SchemaName;
}
