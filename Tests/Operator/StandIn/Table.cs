namespace CrmExtensions.Tests.StandIn;

/// <summary>What the Web API offers of a table. Names are as the platform's documentation has them; case matters, as it does there.</summary>
internal sealed record Table(string Name, string Set, string Id)
{
    public IReadOnlyList<Column> Columns { get; init; } = [];

    public IReadOnlyList<Lookup> Lookups { get; init; } = [];

    /// <summary>Collection-valued navigation properties: the property, and the table it leads to.</summary>
    public IReadOnlyDictionary<string, string> Collections { get; init; } = new Dictionary<string, string>();

    /// <summary>A column by which a row can be addressed too.</summary>
    public string? AlternateKey { get; init; }

    public bool IsReadOnly { get; init; }

    public Column? Column(string name) => Columns.SingleOrDefault(column => column.Name == name);

    public Lookup? LookupBy(string property) => Lookups.SingleOrDefault(lookup => lookup.Property == property);
}
