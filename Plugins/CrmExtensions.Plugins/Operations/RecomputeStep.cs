using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;

namespace CrmExtensions.Operations;

/// <summary>One call of a recompute: one bounded fold of one period, its rows compared before and after.</summary>
internal static class RecomputeStep
{
    /// <summary>How the period stood, where rows of it are left to write; empty where it is through.</summary>
    /// <param name="run">The run.</param>
    /// <param name="period">Which.</param>
    /// <param name="again">How it stood before the first of several calls.</param>
    /// <param name="report">Grows.</param>
    public static Unfinished? Fold(PluginRun run, Period period, Unfinished? again, RecomputeReport report)
    {
        var before = again is null ? PeriodStanding.Read(run.Org, period) : new PeriodFacts { AsOf = again.AsOf };
        var stored = RollupRows.Read(run.Org, period);
        var more = FoldRequests.Once(run, period);
        var folded = RollupRows.Read(run.Org, period);

        // Asked last: what was changed while the fold was being asked for explains a difference as well.
        var facts = PeriodStanding.WithWrittenSource(run.Org, period, before, Rules.Read(run.Org));
        var cause = again is { AsOf: null } ? again.Cause : Recompute.CauseOf(facts);
        var rows = folded.Select(row => RowComparison.Of(stored.TryGetValue(row.Key, out var old) ? old : null, row.Value)).OfType<RowComparison>().ToList();
        var isRenamed = rows.Exists(row => row.IsRenamed);
        report.Add(period, folded.Count, rows.ConvertAll(row => new JudgedRow(row, Recompute.CauseOf(row.Change(isRenamed), cause, facts, period.Grain))));
        return !more ? null : new Unfinished(cause, cause == StaleCause.None ? facts.AsOf : null);
    }
}
