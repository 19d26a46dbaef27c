using CrmExtensions.Calendar;

namespace CrmExtensions.Folding;

/// <summary>The order of a recompute, and what it takes for drift.</summary>
public static class Recompute
{
    /// <summary>The period to fold next; empty at the end. Months come before what sums them.</summary>
    /// <param name="known">Those that are meant, in any order.</param>
    /// <param name="token">What the call before returned; empty to begin.</param>
    public static Period? Next(IEnumerable<Period> known, RecomputeToken? token) =>
        token?.Again is not null
            ? token.Period
            : known.Where(period => token is null || Compare(period, token.Period) > 0).OrderBy(period => period.Grain).ThenBy(period => period.Start).FirstOrDefault();

    /// <summary>Why any row of a period may have been behind; a young ticket is reason enough.</summary>
    public static StaleCause CauseOf(PeriodFacts facts) =>
        Staleness.Of(facts with { PolicyChangedOn = null, TaxonomyChangedOn = null }, DateTime.MaxValue);

    /// <summary>Why one row was not as it was recomputed; <see cref="StaleCause.None"/> is drift, since nothing explains it.</summary>
    /// <param name="row">How it differs.</param>
    /// <param name="ofAll">Why any row of its period may have been behind.</param>
    /// <param name="facts">Of its period, as it stood before.</param>
    /// <param name="grain">Of its period.</param>
    public static StaleCause CauseOf(RowChange row, StaleCause ofAll, PeriodFacts facts, Grain grain) =>
        ofAll != StaleCause.None ? ofAll
        : row.HasOldFormula ? StaleCause.Formula
        : IsSince(facts.TaxonomyChangedOn, facts) ? StaleCause.Taxonomy
        : OfFigures(row, facts, grain);

    // A month's tallies depend on no setting; those of the periods above on where the fiscal year begins.
    private static StaleCause OfFigures(RowChange row, PeriodFacts facts, Grain grain) =>
        row.HasOtherTally && grain == Grain.Month ? StaleCause.None
        : IsSince(facts.PolicyChangedOn, facts) ? StaleCause.Policy
        : !row.HasOtherTally && row.IsRenamed ? StaleCause.Renamed
        : StaleCause.None;

    private static bool IsSince(DateTime? change, PeriodFacts facts) => facts.AsOf is { } asOf && change > Staleness.Since(asOf);

    private static int Compare(Period left, Period right) =>
        left.Grain == right.Grain ? left.Start.CompareTo(right.Start) : left.Grain.CompareTo(right.Grain);
}
