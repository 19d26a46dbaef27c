namespace CrmExtensions.Proof;

/// <summary>A piece of evidence as somebody enters it.</summary>
public sealed record EvidenceItem
{
    public EvidenceType? Type { get; init; }

    public string? Url { get; init; }

    public string? Excerpt { get; init; }

    /// <summary>Where to start, as typed (<see cref="StartTime"/>).</summary>
    public string? Start { get; init; }

    /// <summary>Where to start, as stored.</summary>
    public int? StartSeconds { get; init; }

    public Consent? Consent { get; init; }

    /// <summary>The last day it is kept; empty takes <see cref="Retention.Until"/>.</summary>
    public DateTime? RetentionUntil { get; init; }
}
