namespace CrmExtensions.Rollups;

/// <summary>How the dimensions differ in what their values add up to.</summary>
internal static class Dimensions
{
    /// <summary>Every deal has exactly one value, unknown included, so that the values add up to the total.</summary>
    public static readonly Dimension[] SingleValued =
    [
        Dimension.Industry,
        Dimension.BusinessUnit,
        Dimension.Segment,
        Dimension.ProductLine,
        Dimension.Stage,
        Dimension.Trigger,
        Dimension.ValueBand,
        Dimension.LeadSource,
        Dimension.Channel,
        Dimension.ClosePath,
        Dimension.Outcome,
        Dimension.SellerReason,
        Dimension.SpeakerRole,
    ];

    /// <summary>The pairs that are kept. The second is a distribution within the first, reasons among the lost for example.</summary>
    public static readonly Pair[] Pairs =
    [
        new Pair(Dimension.Competitor, Dimension.Reason),
        new Pair(Dimension.Segment, Dimension.Stage),
        new Pair(Dimension.ProductLine, Dimension.Reason),
        new Pair(Dimension.Outcome, Dimension.Reason),
        new Pair(Dimension.Stage, Dimension.Trigger),
    ];

    public static bool IsSingleValued(Dimension dimension) => Array.IndexOf(SingleValued, dimension) >= 0;

    /// <summary>How many deals have a known value is published, as the denominator of a share, so "unknown" is no company for a hidden value.</summary>
    public static bool IsDistribution(Dimension dimension) => dimension is
        Dimension.Stage or Dimension.Trigger or Dimension.ReasonCategory or Dimension.Reason or Dimension.SellerReason or Dimension.SpeakerRole;

    /// <summary>Won and lost of each slice stand in its own row, so that hiding more than the small would hide nothing.</summary>
    public static bool HasPublicCounts(Dimension dimension) => dimension == Dimension.Outcome;
}
