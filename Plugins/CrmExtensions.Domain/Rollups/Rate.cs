namespace CrmExtensions.Rollups;

/// <summary>A share as it may be shown; what is not shown is empty.</summary>
/// <param name="Visibility">How much is shown.</param>
/// <param name="Numerator">What is counted or summed.</param>
/// <param name="Denominator">Out of what.</param>
/// <param name="Value">Numerator over denominator, 0-1, six decimals.</param>
/// <param name="Low">Lower bound of the interval, where the measure has one.</param>
/// <param name="High">Upper bound, likewise.</param>
public sealed record Rate(Visibility Visibility, decimal? Numerator, decimal? Denominator, decimal? Value, decimal? Low, decimal? High)
{
    /// <summary>A rate of which nothing may be shown.</summary>
    public static Rate Nothing(Visibility visibility) => new(visibility, null, null, null, null, null);
}
