namespace CrmExtensions.Local.Queries;

/// <summary>A query, wherever it came from. Columns are logical names, checked against the metadata when SQL is made.</summary>
internal sealed record Query
{
    public required string Table { get; init; }

    public IReadOnlyList<Selected> Columns { get; init; } = [];

    public bool AllColumns { get; init; }

    public Filter? Filter { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<Ordering> Orders { get; init; } = [];

    public bool Distinct { get; init; }

    /// <summary>Whether the columns are counts, sums and groups rather than values.</summary>
    public bool IsAggregate { get; init; }

    /// <summary>Whether choices are sorted by number rather than label.</summary>
    public bool RawOrder { get; init; }

    /// <summary>Whether rows carry the names of what they point to and the texts users see.</summary>
    public bool Formatted { get; init; }

    /// <summary>Rows an aggregate may read.</summary>
    public int AggregateLimit { get; init; } = MostAggregated;

    public int? Top { get; init; }

    public int PageNumber { get; init; } = 1;

    /// <summary>Rows a page, at most 5,000.</summary>
    public int PageSize { get; init; } = MostRows;

    public string? Cookie { get; init; }

    public bool CountsAll { get; init; }

    public const int MostRows = 5000;

    /// <summary>The platform refuses to aggregate more rows than these.</summary>
    public const int MostAggregated = 50_000;
}
