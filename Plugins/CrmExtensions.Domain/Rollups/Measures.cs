using CrmExtensions.Settings;

namespace CrmExtensions.Rollups;

/// <summary>From raw tallies to figures: what product.md 10 lets show of its formulas.</summary>
public static class Measures
{
    /// <summary>Raised whenever a formula changes; stored on every row, so that one number has one definition.</summary>
    public const int FormulaVersion = 3;

    private static readonly Scale[] Scales = (Scale[])Enum.GetValues(typeof(Scale));

    /// <summary>The figures of one slice of a book.</summary>
    /// <param name="slice">Which cut.</param>
    /// <param name="book">The tallies of the period.</param>
    /// <param name="hidden">What suppression hides in it.</param>
    /// <param name="policy">The thresholds.</param>
    public static Figures Of(Slice slice, TallyBook book, Suppression hidden, Policy policy)
    {
        var tally = book[slice];
        var parts = hidden.Of(slice);
        var counts = VisibilityOf(tally, parts.Counts);
        var money = VisibilityOf(tally, parts.Money);
        return new Figures(
            new NamedSlice(slice, book.LabelOf(slice), book.Label2Of(slice)),
            tally,
            counts,
            money,
            money == Visibility.Shown ? WinRateByValue(tally, policy) : Rate.Nothing(money),
            Ratios.Measures.ToDictionary(measure => measure, measure => RateOf(Ratios.Of(measure, slice, book, policy), hidden.Hides(slice, measure), policy)),
            Scales.ToDictionary(scale => scale, scale => SpreadOf(slice.IsPair ? Tally.Zero[scale] : tally[scale], hidden.Hides(slice, scale), policy)));
    }

    /// <summary>Rates and bounds are kept to six decimals, half away from zero.</summary>
    public static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);

    private static Visibility VisibilityOf(Tally tally, bool hidden) =>
        tally.Deals == 0 ? Visibility.Empty
        : hidden ? Visibility.Hidden
        : Visibility.Shown;

    private static Rate RateOf(Ratio ratio, bool isHidden, Policy policy)
    {
        var visibility = isHidden ? Visibility.Hidden : VisibilityOf(ratio.Denominator, policy);
        switch (visibility)
        {
            case Visibility.Shown or Visibility.Reference:
                var interval = Wilson.Of(ratio.Numerator, ratio.Denominator);
                return new Rate(visibility, ratio.Numerator, ratio.Denominator, Rounded((decimal)ratio.Numerator / ratio.Denominator), interval.Low, interval.High);
            case Visibility.CountsOnly:
                return new Rate(visibility, ratio.Numerator, ratio.Denominator, null, null, null);
            default:
                return Rate.Nothing(visibility);
        }
    }

    private static Spread SpreadOf(Histogram histogram, bool isHidden, Policy policy)
    {
        var visibility = isHidden ? Visibility.Hidden : VisibilityOf(histogram.N, policy);
        return visibility switch
        {
            Visibility.Shown or Visibility.Reference => new Spread(visibility, histogram.N, histogram.Median(), histogram.P90()),
            Visibility.CountsOnly => new Spread(visibility, histogram.N, null, null),
            _ => Spread.Nothing(visibility),
        };
    }

    // Suppressed by the number of deals, and without an interval, because Wilson is for counts.
    private static Rate WinRateByValue(Tally tally, Policy policy)
    {
        var total = tally.WonValue + tally.LostValue;
        var visibility = VisibilityOf(tally.Deals, policy);
        return visibility is Visibility.Shown or Visibility.Reference && total != 0
            ? new Rate(visibility, tally.WonValue, total, Rounded(tally.WonValue / total), null, null)
            : visibility == Visibility.Hidden ? Rate.Nothing(visibility)
            : new Rate(visibility, tally.WonValue, total, null, null, null);
    }

    private static Visibility VisibilityOf(int n, Policy policy) =>
        n == 0 ? Visibility.Empty
        : n < policy.HiddenBelow ? Visibility.Hidden
        : n < policy.CountsOnlyBelow ? Visibility.CountsOnly
        : n < policy.ReferenceBelow ? Visibility.Reference
        : Visibility.Shown;
}
