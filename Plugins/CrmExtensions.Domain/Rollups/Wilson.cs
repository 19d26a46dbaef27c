namespace CrmExtensions.Rollups;

/// <summary>The Wilson score interval of a proportion (product.md 10), z fixed at 1.959964.</summary>
/// <param name="Low">Lower bound, 0-1, six decimals.</param>
/// <param name="High">Upper bound, 0-1, six decimals.</param>
public sealed record Wilson(decimal Low, decimal High)
{
    private const double Z = 1.959964;

    /// <summary>The interval of <paramref name="hits"/> out of <paramref name="trials"/>, trials above zero.</summary>
    public static Wilson Of(int hits, int trials)
    {
        var n = (double)trials;
        var p = hits / n;
        var spread = 1 + (Z * Z / n);
        var centre = (p + (Z * Z / (2 * n))) / spread;
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n))) / spread;
        return new Wilson(Bound(centre - half), Bound(centre + half));
    }

    private static decimal Bound(double value) => Measures.Rounded((decimal)Math.Min(1, Math.Max(0, value)));
}
