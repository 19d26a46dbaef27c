using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>Counter rows with eight users at once: whether they keep count, and who waits for whom.</summary>
internal static class CounterFigures
{
    private const int MostCloses = 2_000;

    public static IEnumerable<Figure> Of(Extent extent, Steps steps)
    {
        if (!extent.Has(EngineKind.PostgreSql))
        {
            yield break;
        }

        using var bed = Bed.Of(EngineKind.PostgreSql);
        var closes = Math.Min(extent.StormCloses, MostCloses);
        steps.Next("open deals for the counters");
        var staff = new Staff(bed.Org);
        var deals = staff.Open((3 * closes) + (closes / 4));
        Rush.Of(staff, [.. deals.Skip(3 * closes)], steps);

        steps.Next("eight users, our steps");
        using var watch = new LockWatch(bed);
        var ours = Rush.Of(staff, [.. deals.Take(closes)], steps);
        watch.Stop();
        yield return new Figure("Eight users with our steps", bed.Engine, $"{ours.ClosesASecond:0} closes a second; {watch.Told}", "a close waits for none", watch.WaitsOf(LockWatch.Close) == 0);
        yield return Counted(bed, staff, [.. deals.Skip(closes).Take(closes)], ours, locksFirst: false, steps);
        yield return Counted(bed, staff, [.. deals.Skip(2 * closes).Take(closes)], ours, locksFirst: true, steps);
    }

    private static Figure Counted(Bed bed, Staff staff, IReadOnlyList<Guid> deals, Rush ours, bool locksFirst, Steps steps)
    {
        steps.Next($"baseline (b), {(locksFirst ? "lock first" : "no lock")}");
        var counter = bed.Org.System.Create(new Entity(Rollup.Table) { [Rollup.Name] = "Closes", [Rollup.RollupKey] = $"counter-{locksFirst}", [Rollup.N] = 0 });
        var step = Added.Step("Create", OpportunityClose.Table);
        bed.Org.AddStep(step, new CountOnClose(counter, locksFirst));
        using var watch = new LockWatch(bed);
        var rush = Rush.Of(staff, deals, steps);
        watch.Stop();
        bed.Org.EnableSteps(one => one.Id == step.Id, isEnabled: false);

        var lost = deals.Count - bed.Org.System.Retrieve(Rollup.Table, counter, new ColumnSet(Rollup.N)).GetAttributeValue<int>(Rollup.N);
        var waiting = (double)watch.WaitsOf(LockWatch.Close) / watch.Looks;
        var measured = FormattableString.Invariant(
            $"{lost} of {deals.Count} lost; a close waits {Figure.Time(waiting / Rush.Users * rush.Mean)} of {Figure.Time(rush.Mean)} for a lock, {waiting:0.0} users at once; {rush.ClosesASecond:0} a second, ours {ours.ClosesASecond:0}; {rush.Contended} deadlocks");
        return locksFirst
            ? new Figure("Baseline (b), lock first", bed.Engine, measured, "users wait for each other", waiting > 1)
            : new Figure("Baseline (b), no lock", bed.Engine, measured, "drifts, or users wait", lost > 0 || waiting > 1);
    }
}
