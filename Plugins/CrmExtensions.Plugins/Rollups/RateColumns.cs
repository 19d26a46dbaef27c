using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>The columns of one share.</summary>
internal sealed class RateColumns(Measure measure, string state, string numerator, string denominator, string value, string low, string high)
{
    /// <summary>Every share that is a count over a count.</summary>
    public static readonly RateColumns[] All =
    [
        new(Measure.WinRate, Rollup.WinRateState, Rollup.WinRateNumerator, Rollup.WinRateDenominator, Rollup.WinRate, Rollup.WinRateLow, Rollup.WinRateHigh),
        new(Measure.CompetitiveWinRate, Rollup.CompetitiveWinRateState, Rollup.CompetitiveWinRateNumerator, Rollup.CompetitiveWinRateDenominator, Rollup.CompetitiveWinRate, Rollup.CompetitiveWinRateLow, Rollup.CompetitiveWinRateHigh),
        new(Measure.NoDecisionRate, Rollup.NoDecisionRateState, Rollup.NoDecisionRateNumerator, Rollup.NoDecisionRateDenominator, Rollup.NoDecisionRate, Rollup.NoDecisionRateLow, Rollup.NoDecisionRateHigh),
        new(Measure.CompletionRate, Rollup.CompletionRateState, Rollup.CompletionRateNumerator, Rollup.CompletionRateDenominator, Rollup.CompletionRate, Rollup.CompletionRateLow, Rollup.CompletionRateHigh),
        new(Measure.ReflectionRate, Rollup.ReflectionRateState, Rollup.ReflectionRateNumerator, Rollup.ReflectionRateDenominator, Rollup.ReflectionRate, Rollup.ReflectionRateLow, Rollup.ReflectionRateHigh),
        new(Measure.HeardRate, Rollup.HeardRateState, Rollup.HeardRateNumerator, Rollup.HeardRateDenominator, Rollup.HeardRate, Rollup.HeardRateLow, Rollup.HeardRateHigh),
        new(Measure.WaiverRate, Rollup.WaiverRateState, Rollup.WaiverRateNumerator, Rollup.WaiverRateDenominator, Rollup.WaiverRate, Rollup.WaiverRateLow, Rollup.WaiverRateHigh),
        new(Measure.OnTimeRate, Rollup.OnTimeRateState, Rollup.OnTimeRateNumerator, Rollup.OnTimeRateDenominator, Rollup.OnTimeRate, Rollup.OnTimeRateLow, Rollup.OnTimeRateHigh),
        new(Measure.SpecificityRate, Rollup.SpecificityRateState, Rollup.SpecificityRateNumerator, Rollup.SpecificityRateDenominator, Rollup.SpecificityRate, Rollup.SpecificityRateLow, Rollup.SpecificityRateHigh),
        new(Measure.EvidenceRate, Rollup.EvidenceRateState, Rollup.EvidenceRateNumerator, Rollup.EvidenceRateDenominator, Rollup.EvidenceRate, Rollup.EvidenceRateLow, Rollup.EvidenceRateHigh),
        new(Measure.Share, Rollup.ShareState, Rollup.ShareNumerator, Rollup.ShareDenominator, Rollup.Share, Rollup.ShareLow, Rollup.ShareHigh),
        new(Measure.PriceCited, Rollup.PriceCitedState, Rollup.PriceCitedNumerator, Rollup.PriceCitedDenominator, Rollup.PriceCited, Rollup.PriceCitedLow, Rollup.PriceCitedHigh),
        new(Measure.PriceDecisive, Rollup.PriceDecisiveState, Rollup.PriceDecisiveNumerator, Rollup.PriceDecisiveDenominator, Rollup.PriceDecisive, Rollup.PriceDecisiveLow, Rollup.PriceDecisiveHigh),
        new(Measure.OtherRate, Rollup.OtherRateState, Rollup.OtherRateNumerator, Rollup.OtherRateDenominator, Rollup.OtherRate, Rollup.OtherRateLow, Rollup.OtherRateHigh),
        new(Measure.UpstreamShare, Rollup.UpstreamShareState, Rollup.UpstreamShareNumerator, Rollup.UpstreamShareDenominator, Rollup.UpstreamShare, Rollup.UpstreamShareLow, Rollup.UpstreamShareHigh),
        new(Measure.ExpectationGap, Rollup.ExpectationGapState, Rollup.ExpectationGapNumerator, Rollup.ExpectationGapDenominator, Rollup.ExpectationGap, Rollup.ExpectationGapLow, Rollup.ExpectationGapHigh),
        new(Measure.FullAgreement, Rollup.FullAgreementState, Rollup.FullAgreementNumerator, Rollup.FullAgreementDenominator, Rollup.FullAgreement, Rollup.FullAgreementLow, Rollup.FullAgreementHigh),
        new(Measure.PartialAgreement, Rollup.PartialAgreementState, Rollup.PartialAgreementNumerator, Rollup.PartialAgreementDenominator, Rollup.PartialAgreement, Rollup.PartialAgreementLow, Rollup.PartialAgreementHigh),
        new(Measure.NoAgreement, Rollup.NoAgreementState, Rollup.NoAgreementNumerator, Rollup.NoAgreementDenominator, Rollup.NoAgreement, Rollup.NoAgreementLow, Rollup.NoAgreementHigh),
        new(Measure.HeadToHead, Rollup.HeadToHeadState, Rollup.HeadToHeadNumerator, Rollup.HeadToHeadDenominator, Rollup.HeadToHead, Rollup.HeadToHeadLow, Rollup.HeadToHeadHigh),
        new(Measure.ReproducibleWins, Rollup.ReproducibleWinsState, Rollup.ReproducibleWinsNumerator, Rollup.ReproducibleWinsDenominator, Rollup.ReproducibleWins, Rollup.ReproducibleWinsLow, Rollup.ReproducibleWinsHigh),
    ];

    public void Write(Entity row, Figures figures)
    {
        var rate = figures.Rates[measure];
        row[state] = Choices.Stored((int)rate.Visibility);
        row[numerator] = (int?)rate.Numerator;
        row[denominator] = (int?)rate.Denominator;
        row[value] = rate.Value;
        row[low] = rate.Low;
        row[high] = rate.High;
    }
}
