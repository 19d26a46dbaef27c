namespace CrmExtensions.Local.Metadata;

/// <summary>All metadata of an org. Immutable: a change makes a new catalog.</summary>
public sealed record Catalog
{
    public required IReadOnlyDictionary<string, Table> Tables { get; init; }

    public required IReadOnlyList<Relationship> Relationships { get; init; }

    public required IReadOnlyList<Intersection> Intersections { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public required IReadOnlyList<ColumnProfile> Profiles { get; init; }

    public required IReadOnlyList<CustomApi> CustomApis { get; init; }

    /// <summary>The same with one more value in a choice column.</summary>
    public Catalog WithOption(string table, string column, Option option)
    {
        var owner = Tables[table];
        var changed = owner.Columns[column] with { Options = Option.Over(owner.Columns[column].Options, [option]) };
        var columns = new Dictionary<string, Column>(owner.Columns) { [column] = changed };
        return this with { Tables = new Dictionary<string, Table>(Tables) { [table] = owner with { Columns = columns } } };
    }
}
