using CrmExtensions.Settings;

namespace CrmExtensions.Rollups;

/// <summary>The formulas of product.md 10, from raw tallies; never an average of averages.</summary>
internal static class Ratios
{
    public static readonly Measure[] Measures = (Measure[])Enum.GetValues(typeof(Measure));

    // Those that need nothing but the tally of their slice.
    private static readonly IReadOnlyDictionary<Measure, Func<Tally, Ratio>> Formulas = new Dictionary<Measure, Func<Tally, Ratio>>
    {
        [Measure.CompetitiveWinRate] = tally => Out(tally[Count.WonAgainstCompetitor], tally[Count.WonAgainstCompetitor] + tally[Count.LostToCompetitor]),
        [Measure.CompletionRate] = tally => Out(Done(tally), tally[Count.Required]),
        [Measure.ReflectionRate] = tally => Out(tally[Count.Reflected], tally[Count.Required]),
        [Measure.HeardRate] = tally => Out(tally[Count.Heard], tally[Count.Required]),
        [Measure.WaiverRate] = tally => Out(tally[Count.CompletedWaived], tally[Count.Required]),
        [Measure.OnTimeRate] = tally => Out(tally[Count.OnTime], tally[Count.Due]),
        [Measure.SpecificityRate] = tally => Out(tally[Count.Specific], Done(tally)),
        [Measure.EvidenceRate] = tally => Out(tally[Count.Evidenced], Done(tally)),
        [Measure.PriceCited] = tally => Out(tally[Count.PriceCited], tally[Count.LostReasonKnown]),
        [Measure.PriceDecisive] = tally => Out(tally[Count.PriceDecisive], tally[Count.LostReasonKnown]),
        [Measure.OtherRate] = tally => Out(tally[Count.ReasonOther], tally[Count.ReasonKnown]),
        [Measure.UpstreamShare] = tally => Out(tally[Count.Upstream], tally[Count.StageKnown]),
        [Measure.ExpectationGap] = tally => Out(tally[Count.StageGap], tally[Count.BothStages]),
        [Measure.FullAgreement] = tally => Out(tally[Count.SameReason], tally[Count.BothReasons]),
        [Measure.PartialAgreement] = tally => Out(tally[Count.SameCategory], tally[Count.BothReasons]),
        [Measure.NoAgreement] = tally => Out(tally[Count.BothReasons] - tally[Count.SameReason] - tally[Count.SameCategory], tally[Count.BothReasons]),
        [Measure.HeadToHead] = tally => Out(tally[Count.WonAgainstIt], tally[Count.WonAgainstIt] + tally[Count.LostToIt]),
        [Measure.ReproducibleWins] = tally => Out(tally[Count.Reproducible], tally[Count.CompletedWon]),
    };

    /// <summary>Whether a measure says anything of a slice. Pairs have the win rate and their share.</summary>
    public static bool Has(Slice slice, Measure measure) => measure switch
    {
        Measure.WinRate => true,
        Measure.Share => !slice.IsUnknown && Dimensions.IsDistribution(slice.IsPair ? slice.Dimension2 : slice.Dimension),
        Measure.HeadToHead => slice.Dimension == Dimension.Competitor && !slice.IsPair && !slice.IsUnknown,
        _ => !slice.IsPair,
    };

    /// <summary>A measure of one slice; 0 of 0 where it has none.</summary>
    public static Ratio Of(Measure measure, Slice slice, TallyBook book, Policy policy)
    {
        var tally = book[slice];
        return !Has(slice, measure) ? default
            : measure == Measure.Share ? Share(slice, tally, book)
            : measure == Measure.WinRate ? WinRate(tally, policy)
            : measure == Measure.NoDecisionRate ? Out(tally[Count.NoDecision] + tally[Count.StatusQuo], WinRate(tally, policy).Denominator)
            : Formulas[measure](tally);
    }

    // L*: by setting, cancelled projects and our own withdrawals are no losses.
    private static Ratio WinRate(Tally tally, Policy policy)
    {
        var outside = policy.CountsWithdrawn ? 0 : tally[Count.ProjectCancelled] + tally[Count.Withdrew];
        return Out(tally.Won, tally.Deals - outside);
    }

    private static Ratio Share(Slice slice, Tally tally, TallyBook book)
    {
        return (slice.IsPair ? slice.Dimension2 : slice.Dimension) switch
        {
            Dimension.Stage => Out(tally.Deals, book[slice.Outer][Count.StageKnown]),
            // Stage by trigger is told of all known stages (product.md 10, decision-moment distribution).
            Dimension.Trigger => slice.IsPair ? Out(tally.Deals, book[Slice.All][Count.StageKnown]) : Out(tally.Deals, book[Slice.All][Count.TriggerKnown]),
            Dimension.SellerReason => Out(tally.Deals, book[Slice.All][Count.SellerReasonKnown]),
            Dimension.SpeakerRole => Out(tally[Count.Remark], book[Slice.All][Count.Remark]),
            _ => Out(tally[Count.Primary], book[slice.Outer][Count.ReasonKnown]),
        };
    }

    private static int Done(Tally tally) => tally[Count.Completed] + tally[Count.CompletedWaived];

    private static Ratio Out(int numerator, int denominator) => new(numerator, denominator);
}
