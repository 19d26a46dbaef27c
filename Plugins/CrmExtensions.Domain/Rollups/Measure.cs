namespace CrmExtensions.Rollups;

/// <summary>The shares of product.md 10 that are counts over counts; each has a numerator, a denominator, a value and an interval.</summary>
public enum Measure
{
    WinRate,
    CompetitiveWinRate,
    NoDecisionRate,
    CompletionRate,
    ReflectionRate,
    HeardRate,
    WaiverRate,
    OnTimeRate,
    SpecificityRate,
    EvidenceRate,

    /// <summary>Of the slice of a stage, trigger, reason or speaker: its part of the known ones.</summary>
    Share,
    PriceCited,
    PriceDecisive,
    OtherRate,
    UpstreamShare,
    ExpectationGap,
    FullAgreement,
    PartialAgreement,
    NoAgreement,

    /// <summary>Of the slice of a competitor.</summary>
    HeadToHead,
    ReproducibleWins,
}
