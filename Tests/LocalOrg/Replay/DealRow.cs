namespace CrmExtensions.Local.Replay;

/// <summary>One accepted row of the file; what it leaves empty is empty.</summary>
internal sealed record DealRow
{
    public required int Line { get; init; }

    /// <summary>The same row always gets the same id, so that a replay that was interrupted finds its deals again.</summary>
    public required Guid Id { get; init; }

    public required string Topic { get; init; }

    public required string Owner { get; init; }

    public required DealStatus Status { get; init; }

    public string Account { get; init; } = "";

    public string Industry { get; init; } = "";

    /// <summary>The business unit; empty for the root.</summary>
    public string Team { get; init; } = "";

    /// <summary>The status reason's number; empty for the default.</summary>
    public int? StatusReason { get; init; }

    /// <summary>When it was closed, UTC.</summary>
    public DateTime? ClosedAt { get; init; }

    public decimal? ActualRevenue { get; init; }

    public decimal? EstimatedRevenue { get; init; }

    public string Competitor { get; init; } = "";

    public string Product { get; init; } = "";

    public string LeadSource { get; init; } = "";
}
