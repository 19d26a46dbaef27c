namespace CrmExtensions.Folding;

/// <summary>Which periods the sweep folds, and why (architecture.md 5, self-heal).</summary>
public static class Staleness
{
    // Times are whole seconds of different servers, and a fold may have begun while a change was being committed, which takes
    // two minutes at most.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>From when on a change may have escaped a fold that began at <paramref name="asOf"/>.</summary>
    public static DateTime Since(DateTime asOf) => asOf - Margin;

    /// <summary>Why the sweep folds a period; <see cref="StaleCause.None"/> where it does not. A young ticket is left to its own job.</summary>
    public static StaleCause Of(PeriodFacts facts, DateTime now) =>
        facts.TicketMadeOn < Since(now) ? StaleCause.Ticket
        : facts.HasMore ? StaleCause.More
        : facts.AsOf is not { } asOf ? StaleCause.NeverFolded
        : facts.SourceChangedOn > Since(asOf) ? StaleCause.Data
        : facts.PolicyChangedOn > Since(asOf) ? StaleCause.Policy
        : facts.TaxonomyChangedOn > Since(asOf) ? StaleCause.Taxonomy
        : StaleCause.None;
}
