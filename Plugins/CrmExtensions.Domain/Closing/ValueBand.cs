namespace CrmExtensions.Closing;

/// <summary>The coarse size of a deal, which may be shown where its value may not (product.md 5.2, wl_valueband).</summary>
public static class ValueBand
{
    /// <summary>The band of <paramref name="value"/>, from 0: how many of the rising lower bounds it reaches.</summary>
    public static int Of(decimal value, IReadOnlyList<decimal> lowerBounds) => lowerBounds.Count(bound => value >= bound);
}
