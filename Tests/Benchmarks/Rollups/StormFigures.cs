using CrmExtensions.Local;
using CrmExtensions.Tables;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>Eight users close deals in one month while eight workers fold it.</summary>
internal static class StormFigures
{
    private const int Workers = 8;
    private const int Warming = 200;
    private const double Slower = 2.0;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200);

    public static IEnumerable<Figure> Of(Extent extent, Steps steps)
    {
        if (!extent.Has(EngineKind.PostgreSql))
        {
            yield break;
        }

        var quiet = WithoutFolds(extent.StormCloses / 4, steps);
        using var bed = Bed.Of(EngineKind.PostgreSql, Workers);
        steps.Next($"{extent.StormCloses:N0} open deals for the storm");
        var staff = new Staff(bed.Org);
        var deals = staff.Open(extent.StormCloses);
        Finish(bed.Org, steps);

        steps.Next($"the storm, {extent.StormCloses:N0} closes");
        var folds = new FoldWatch(bed.Org.Meter);
        using var locks = new LockWatch(bed);
        var rush = Rush.Of(staff, deals, steps);
        Finish(bed.Org, steps);
        locks.Stop();
        foreach (var figure in Of(bed, rush, folds, quiet).Concat(Waits(bed, locks)))
        {
            yield return figure;
        }
    }

    private static Rush WithoutFolds(int closes, Steps steps)
    {
        steps.Next($"{closes:N0} open deals for a storm without folds");
        using var bed = Bed.Of(EngineKind.PostgreSql, Workers);
        bed.Org.EnableSteps(step => step.Table == FoldTicket.Table, isEnabled: false);
        var staff = new Staff(bed.Org);
        var deals = staff.Open(Warming + closes);

        // What is compiled and cached in here serves the storm too.
        Rush.Of(staff, [.. deals.Take(Warming)], steps);
        Finish(bed.Org, steps);
        steps.Next($"{closes:N0} closes without folds");
        return Rush.Of(staff, [.. deals.Skip(Warming)], steps);
    }

    private static IEnumerable<Figure> Of(Bed bed, Rush rush, FoldWatch folds, Rush quiet)
    {
        var drift = Recount.Drift(bed);
        yield return new Figure($"The storm: drift after {rush.Times.Count:N0} closes by 8 users", bed.Engine, $"{drift.Differing.Count} of {drift.Slices} slices, {drift.Deals:N0} deals counted", "0", drift.Differing.Count == 0 && drift.Deals == rush.Times.Count)
        {
            Detail = string.Join('\n', drift.Differing.Take(10)),
        };
        yield return Contention(bed, rush);
        var month = folds.Of(PeriodRows.Of(bed.Org, Staff.Month));
        var fold = TimeSpan.FromTicks((long)month.Average(one => one.Ticks));
        var most = 2 + (2 * rush.Duration / fold);
        yield return new Figure(
            "Folds of the month",
            bed.Engine,
            FormattableString.Invariant($"{month.Count} ({Figure.Time(rush.Duration)} of closes, a fold {Figure.Time(fold)})"),
            FormattableString.Invariant($"at most {most:0}"),
            month.Count <= most);
        yield return new Figure("Two folds of one period at once", bed.Engine, $"{folds.Overlaps}", "0", folds.Overlaps == 0);
        yield return Figure.AtMost("A close in the storm, against one without folds", bed.Engine, rush.Median / quiet.Median, Slower, $"{Figure.Time(rush.Median)} against {Figure.Time(quiet.Median)}; {rush.ClosesASecond:0} a second");
    }

    private static Figure Contention(Bed bed, Rush rush)
    {
        using var connection = bed.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()";
        var deadlocks = (long)command.ExecuteScalar()!;
        var failed = bed.Org.FailedJobs;
        return new Figure("Deadlocks", bed.Engine, $"{deadlocks}; {rush.Contended} met by users and tried again, {failed.Count} jobs failed", "every one tried again", failed.Count == 0)
        {
            Detail = string.Join('\n', failed.Distinct().Take(5)),
        };
    }

    private static IEnumerable<Figure> Waits(Bed bed, LockWatch locks)
    {
        var behindFolds = locks.Waits.GetValueOrDefault((LockWatch.Close, LockWatch.Fold));
        yield return new Figure("Closes seen waiting for a fold", bed.Engine, $"{behindFolds} ({locks.Told}; {locks.Looks:N0} looks, every {locks.Every.TotalMilliseconds:0} ms)", "0", behindFolds == 0);
    }

    private static void Finish(LocalOrg org, Steps steps)
    {
        steps.Next($"jobs, {org.PendingJobs:N0} left");
        while (org.PendingJobs > 0)
        {
            steps.Cancellation.WaitHandle.WaitOne(BetweenLooks);
            steps.Next($"jobs, {org.PendingJobs:N0} left");
        }
    }
}
