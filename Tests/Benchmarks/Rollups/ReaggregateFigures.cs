using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>A close that counts all interviews again, against one of ours, in the same org.</summary>
internal static class ReaggregateFigures
{
    private const int Rounds = 3;
    private const int OursARound = 5;
    private const int LongHistory = 100_000;
    private const double Slower = 100;

    /// <summary>How many open deals it takes.</summary>
    public const int Closes = 2 * Rounds * (1 + OursARound);

    public static IEnumerable<Figure> Of(Workplace place, Steps steps)
    {
        if (place.Interviews <= ReaggregateOnClose.AggregateLimit)
        {
            yield return Against(place, "an aggregate query a dimension", new ReaggregateOnClose(Reading.Aggregate), steps);
            yield break;
        }

        yield return Against(place, "page by page", new ReaggregateOnClose(Reading.Pages), steps);
        yield return Against(place, "an aggregate query a dimension and month", new ReaggregateOnClose(Reading.AggregateByMonth), steps);
    }

    private static Figure Against(Workplace place, string how, IPlugin plugin, Steps steps)
    {
        steps.Next($"baseline (a), {how}, {place.Bed.Engine}");
        var step = Added.Step("Create", Interview.Table);
        place.Bed.Org.AddStep(step, plugin);
        var (theirs, ours) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Rounds; i++)
        {
            steps.At(i, Rounds);
            place.Bed.Org.EnableSteps(one => one.Id == step.Id, isEnabled: true);
            theirs.Add(place.Close());
            place.Bed.Org.EnableSteps(one => one.Id == step.Id, isEnabled: false);
            ours.AddRange(Enumerable.Range(0, OursARound).Select(_ => place.Close()));
        }

        var (slow, fast) = (Figure.Median(theirs), Figure.Median(ours));
        var what = $"Baseline (a), {how}, beside {place.Count}, against our close";
        var made = $"{Figure.Time(slow)} against {Figure.Time(fast)}";
        return place.Interviews >= LongHistory
            ? Figure.AtLeast(what, place.Bed.Engine, slow / fast, Slower, made)
            : new Figure(what, place.Bed.Engine, FormattableString.Invariant($"{slow / fast:0.#} ({made})"));
    }
}
