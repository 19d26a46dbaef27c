namespace CrmExtensions.Local.Queries;

/// <summary>A joined table.</summary>
internal sealed record Link
{
    public required string Table { get; init; }

    /// <summary>The column of the table joined to.</summary>
    public required string ParentColumn { get; init; }

    /// <summary>The column of this table.</summary>
    public required string OwnColumn { get; init; }

    /// <summary>What conditions and result columns call it.</summary>
    public required string Alias { get; init; }

    public LinkKind Kind { get; init; }

    public IReadOnlyList<Selected> Columns { get; init; } = [];

    public bool AllColumns { get; init; }

    public Filter? Filter { get; init; }

    public IReadOnlyList<Link> Links { get; init; } = [];

    public IReadOnlyList<Ordering> Orders { get; init; } = [];
}
