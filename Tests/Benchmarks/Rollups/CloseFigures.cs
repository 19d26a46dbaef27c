namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>What a close costs beside ever longer histories: with our steps, and with all interviews counted again each time.</summary>
internal static class CloseFigures
{
    private const int Rounds = 10;
    private const double Flat = 1.5;

    public static IEnumerable<Figure> Of(Extent extent, Steps steps) => extent.Engines.SelectMany(engine => On(engine, extent, steps));

    private static IEnumerable<Figure> On(EngineKind engine, Extent extent, Steps steps)
    {
        var places = new List<Workplace>();
        try
        {
            var round = extent.Closes / Rounds;
            foreach (var history in extent.Histories)
            {
                places.Add(new Workplace(engine, history, ((Rounds + 2) * round) + ReaggregateFigures.Closes, steps));
            }

            Measure(places, round, steps);
            foreach (var figure in Compared("A close", places, place => place.CloseTimes).Concat(Compared($"Its jobs, {round} closes at a time", places, place => place.JobTimes)))
            {
                yield return figure;
            }

            // One history has nothing to be compared with.
            IEnumerable<Figure> same = places.Count > 1 ? [SameCalls(places), .. Plans(places[0], places[^1], steps)] : [];
            foreach (var figure in same.Concat(ReaggregateFigures.Of(places[^1], steps)))
            {
                yield return figure;
            }
        }
        finally
        {
            places.ForEach(place => place.Dispose());
        }
    }

    private static void Measure(List<Workplace> places, int round, Steps steps)
    {
        steps.Next($"closes, {places[0].Bed.Engine}");
        for (var i = 0; i <= Rounds; i++)
        {
            steps.At(i, Rounds);

            // In turn, so that a slow moment hits all alike.
            for (var k = 0; k < round * places.Count; k++)
            {
                places[k % places.Count].Close();
            }

            places.ForEach(place => place.RunJobs(round));
            if (i == 0)
            {
                // The first round compiles and fills caches.
                places.ForEach(place => place.Forget());
            }
        }
    }

    private static IEnumerable<Figure> Compared(string what, List<Workplace> places, Func<Workplace, List<TimeSpan>> times)
    {
        var few = Figure.Median(times(places[0]));
        yield return new Figure($"{what} beside {places[0].Count} interviews", places[0].Bed.Engine, Figure.Time(few));
        foreach (var place in places.Skip(1))
        {
            var many = Figure.Median(times(place));
            yield return Figure.AtMost($"{what} beside {place.Count}, against {places[0].Count}", place.Bed.Engine, many / few, Flat, Figure.Time(many));
        }
    }

    private static Figure SameCalls(List<Workplace> places)
    {
        var counts = places.ConvertAll(place => FormattableString.Invariant($"{(double)place.CallsOfCloses / place.CloseTimes.Count:0.##} and {place.CallsOfJobs}"));
        return new Figure(
            $"Service calls of a close, and of the jobs of {places[0].CloseTimes.Count}, beside every history",
            places[0].Bed.Engine,
            string.Join("; ", counts.Distinct()),
            "the same",
            counts.Distinct().Count() == 1);
    }

    private static IEnumerable<Figure> Plans(Workplace few, Workplace many, Steps steps)
    {
        steps.Next($"query plans, {few.Bed.Engine}");
        few.Bed.Analyze();
        many.Bed.Analyze();
        yield return StatementPlans.Compared("Query plans of a close", few, many, place => place.Close());

        // No bound: a planner may read a short table otherwise than a long one, and nobody waits for a job.
        yield return StatementPlans.Compared("Query plans of its jobs", few, many, place => place.RunJobs(1)) with { Bound = "", IsMet = null };
    }
}
