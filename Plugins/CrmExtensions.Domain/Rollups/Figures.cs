namespace CrmExtensions.Rollups;

/// <summary>What the row of one slice says; what may not be shown is empty.</summary>
/// <param name="Named">Which cut, and its labels.</param>
/// <param name="Tally">The raw tally, for the secured column only.</param>
/// <param name="Counts">Whether the counts are shown.</param>
/// <param name="Money">Whether won and lost value are shown.</param>
/// <param name="WinRateByValue">By value, lost at estimated value; no interval.</param>
/// <param name="Rates">The other shares.</param>
/// <param name="Spreads">Medians.</param>
public sealed record Figures(
    NamedSlice Named,
    Tally Tally,
    Visibility Counts,
    Visibility Money,
    Rate WinRateByValue,
    IReadOnlyDictionary<Measure, Rate> Rates,
    IReadOnlyDictionary<Scale, Spread> Spreads)
{
    public Slice Slice => Named.Slice;

    public string Label => Named.Label;

    /// <summary>n: won and lost.</summary>
    public int? Deals => Counts == Visibility.Shown ? Tally.Deals : null;

    public int? Won => Shown(Count.Won);

    public int? Lost => Shown(Count.Lost);

    /// <summary>Closes that were ruled out, part of won and lost.</summary>
    public int? OutOfScope => Shown(Count.OutOfScope);

    /// <summary>Of a competitor: lost to another with it in the final.</summary>
    public int? AlsoRan => Shown(Count.AlsoRan);

    /// <summary>Base currency.</summary>
    public decimal? WonValue => Money == Visibility.Shown ? Tally.WonValue : null;

    /// <summary>Base currency, estimated.</summary>
    public decimal? LostValue => Money == Visibility.Shown ? Tally.LostValue : null;

    /// <summary>By count, with interval.</summary>
    public Rate WinRate => Rates[Measure.WinRate];

    /// <summary>Whether any figure is withheld.</summary>
    public bool HidesAnything => Counts == Visibility.Hidden || Money == Visibility.Hidden
        || Rates.Values.Any(rate => rate.Visibility == Visibility.Hidden) || Spreads.Values.Any(spread => spread.Visibility == Visibility.Hidden);

    private int? Shown(Count count) => Counts == Visibility.Shown ? Tally[count] : null;
}
