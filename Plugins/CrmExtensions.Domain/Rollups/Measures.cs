using CrmExtensions.Settings;

namespace CrmExtensions.Rollups;

/// <summary>From raw tallies to figures: the formulas of product.md 10.</summary>
public static class Measures
{
    /// <summary>Raised whenever a formula changes; stored on every row, so that one number has one definition.</summary>
    public const int FormulaVersion = 1;

    /// <summary>The figures of one slice.</summary>
    /// <param name="slice">Which cut.</param>
    /// <param name="label">Its value as people read it.</param>
    /// <param name="tally">Its raw tally.</param>
    /// <param name="hidden">What suppression hides of it.</param>
    /// <param name="policy">The thresholds.</param>
    public static Figures Of(Slice slice, string label, Tally tally, HiddenParts hidden, Policy policy)
    {
        var counts = VisibilityOf(tally, hidden.Counts);
        var money = VisibilityOf(tally, hidden.Money);
        var showCounts = counts == Visibility.Shown;
        var showMoney = money == Visibility.Shown;
        return new Figures(
            slice,
            label,
            tally,
            counts,
            showCounts ? tally.Deals : null,
            showCounts ? tally.Won : null,
            showCounts ? tally.Lost : null,
            money,
            showMoney ? tally.WonValue : null,
            showMoney ? tally.LostValue : null,
            showCounts ? WinRate(tally, policy) : Rate.Nothing(counts),
            showMoney ? WinRateByValue(tally, policy) : Rate.Nothing(money));
    }

    /// <summary>Rates and bounds are kept to six decimals, half away from zero.</summary>
    public static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);

    private static Visibility VisibilityOf(Tally tally, bool hidden) =>
        tally.Deals == 0 ? Visibility.Empty
        : hidden ? Visibility.Hidden
        : Visibility.Shown;

    private static Rate WinRate(Tally tally, Policy policy)
    {
        var visibility = VisibilityOfRate(tally.Deals, policy);
        if (visibility is not (Visibility.Shown or Visibility.Reference))
        {
            return WithoutValue(visibility, tally.Won, tally.Deals);
        }

        var interval = Wilson.Of(tally.Won, tally.Deals);
        return new Rate(visibility, tally.Won, tally.Deals, Rounded((decimal)tally.Won / tally.Deals), interval.Low, interval.High);
    }

    // Suppressed by the number of deals, and without an interval, because Wilson is for counts.
    private static Rate WinRateByValue(Tally tally, Policy policy)
    {
        var total = tally.WonValue + tally.LostValue;
        var visibility = VisibilityOfRate(tally.Deals, policy);
        return visibility is Visibility.Shown or Visibility.Reference && total != 0
            ? new Rate(visibility, tally.WonValue, total, Rounded(tally.WonValue / total), null, null)
            : WithoutValue(visibility, tally.WonValue, total);
    }

    private static Rate WithoutValue(Visibility visibility, decimal numerator, decimal denominator) =>
        visibility == Visibility.Hidden ? Rate.Nothing(visibility) : new Rate(visibility, numerator, denominator, null, null, null);

    private static Visibility VisibilityOfRate(int n, Policy policy) =>
        n < policy.HiddenBelow ? Visibility.Hidden
        : n < policy.CountsOnlyBelow ? Visibility.CountsOnly
        : n < policy.ReferenceBelow ? Visibility.Reference
        : Visibility.Shown;
}
