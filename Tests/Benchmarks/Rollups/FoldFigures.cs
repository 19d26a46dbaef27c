using CrmExtensions.Benchmarks.Org;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>One fold of a month with many interviews, all its rows stored already: what a change to one of them costs.</summary>
internal static class FoldFigures
{
    private const int Few = 10_000;
    private const int Many = 100_000;
    private const int Rounds = 3;
    private const double Linear = 12;
    private const double Megabyte = 1 << 20;
    private const double MostMegabytes = 256;

    public static IEnumerable<Figure> Of(Extent extent, Steps steps) => extent.Engines.SelectMany(engine => On(engine, steps));

    private static IEnumerable<Figure> On(EngineKind engine, Steps steps)
    {
        using var few = Bed.Of(engine);
        using var many = Bed.Of(engine);
        var monthOfFew = Filled(few, Few, steps);
        var monthOfMany = Filled(many, Many, steps);

        steps.Next($"folds of {Few:N0} and {Many:N0}, {few.Engine}");
        var memory = new List<MemoryWatch>();
        var times = Watch.InTurn(
            Rounds,
            () => PeriodRows.Fold(few.Org, monthOfFew),
            () => memory.Add(MemoryWatch.During(() => PeriodRows.Fold(many.Org, monthOfMany))));
        yield return Figure.AtMost($"Fold of a month of {Many:N0}, against {Few:N0}", few.Engine, times[1] / times[0], Linear, $"{Figure.Time(times[1])} against {Figure.Time(times[0])}");
        var peak = memory.Max(one => one.Peak) / Megabyte;
        yield return new Figure(
            $"Peak managed memory of a fold of {Many:N0}, garbage included",
            few.Engine,
            FormattableString.Invariant($"{peak:0} MB ({memory[0].Before / Megabyte:0} MB before)"),
            FormattableString.Invariant($"under {MostMegabytes:0} MB"),
            peak < MostMegabytes);
    }

    private static Guid Filled(Bed bed, int interviews, Steps steps)
    {
        new History(bed).Write(new Staff(bed.Org), interviews, [Staff.Month], steps);
        steps.Next($"first fold of {interviews:N0}, {bed.Engine}");
        return PeriodRows.FoldFirst(bed.Org, Staff.Month);
    }
}
