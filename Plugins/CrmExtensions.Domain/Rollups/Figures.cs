namespace CrmExtensions.Rollups;

/// <summary>What the row of one slice says; what may not be shown is empty.</summary>
/// <param name="Slice">Which cut.</param>
/// <param name="Label">The value as people read it; empty for all and unknown.</param>
/// <param name="Tally">The raw tally, for the secured column only.</param>
/// <param name="Counts">Whether won, lost and n are shown.</param>
/// <param name="Deals">n: won and lost.</param>
/// <param name="Won">Deals won.</param>
/// <param name="Lost">Deals lost.</param>
/// <param name="Money">Whether won and lost value are shown.</param>
/// <param name="WonValue">Base currency.</param>
/// <param name="LostValue">Base currency, estimated.</param>
/// <param name="WinRate">By count, with interval.</param>
/// <param name="WinRateByValue">By value, lost at estimated value; no interval.</param>
public sealed record Figures(
    Slice Slice,
    string Label,
    Tally Tally,
    Visibility Counts,
    int? Deals,
    int? Won,
    int? Lost,
    Visibility Money,
    decimal? WonValue,
    decimal? LostValue,
    Rate WinRate,
    Rate WinRateByValue)
{
    /// <summary>Whether any figure is withheld.</summary>
    public bool HidesAnything => Counts == Visibility.Hidden || Money == Visibility.Hidden;
}
