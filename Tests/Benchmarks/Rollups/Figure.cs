namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>One row of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Engine">On which engine.</param>
/// <param name="Measured">The figure, with what it is made of.</param>
/// <param name="Bound">What it must be.</param>
/// <param name="IsMet">Empty where there is no bound, or where the figure could not be measured.</param>
internal sealed record Figure(string What, string Engine, string Measured, string Bound = "", bool? IsMet = null)
{
    /// <summary>What there is to say beneath the table when the bound is missed.</summary>
    public string Detail { get; init; } = "";

    /// <summary>In words, so that nobody needs to see colours.</summary>
    public string Verdict => IsMet switch
    {
        true => "met",
        false => "NOT MET",
        _ => "",
    };

    /// <summary>A ratio that may be no more than its bound.</summary>
    public static Figure AtMost(string what, string engine, double ratio, double bound, string made) =>
        new(what, engine, FormattableString.Invariant($"{ratio:0.00} ({made})"), FormattableString.Invariant($"at most {bound:0.##}"), ratio <= bound);

    /// <summary>A ratio that must be no less than its bound.</summary>
    public static Figure AtLeast(string what, string engine, double ratio, double bound, string made) =>
        new(what, engine, FormattableString.Invariant($"{ratio:0.#} ({made})"), FormattableString.Invariant($"at least {bound:0.##}"), ratio >= bound);

    public static TimeSpan Median(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    /// <summary>A time in the unit that reads best.</summary>
    public static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 0.001 => FormattableString.Invariant($"{time.TotalMicroseconds:0} µs"),
        < 1 => FormattableString.Invariant($"{time.TotalMilliseconds:0.0} ms"),
        _ => FormattableString.Invariant($"{time.TotalSeconds:0.0} s"),
    };
}
