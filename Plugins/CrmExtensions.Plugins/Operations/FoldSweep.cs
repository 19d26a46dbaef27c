using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Settings;

namespace CrmExtensions.Operations;

/// <summary>The parts of the sweep that fold what may be behind: an old ticket, rows left to write, data or settings newer than the last fold (architecture.md 5).</summary>
/// <remarks>Nobody tells whether a custom API runs in a transaction, so one fold a period and call, and no fault is caught. A key that is no period's is passed over: nothing could fold it.</remarks>
internal static class FoldSweep
{
    private const int PageSize = 12;

    // A call may take two minutes, and a fold up to ten seconds of writing.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    /// <summary>Months: folds up to twelve, the stale ones.</summary>
    public static SweepPage Months(PluginRun run, string cursor) => Sweep(run, cursor, KnownPeriods.Months(run.Org, cursor, PageSize));

    /// <summary>Quarters, halves and years: folds up to twelve, the stale ones.</summary>
    public static SweepPage HigherPeriods(PluginRun run, string cursor) =>
        Sweep(run, cursor, KnownPeriods.Above(run.Org, KnownPeriods.FoldedMonths(run.Org), PolicyRow.Read(run.Org).FiscalStartMonth));

    private static SweepPage Sweep(PluginRun run, string cursor, IEnumerable<string> keys)
    {
        var page = keys.Where(key => string.CompareOrdinal(key, cursor) > 0).Distinct().OrderBy(key => key, StringComparer.Ordinal).Take(PageSize).ToList();
        var rules = Rules.Read(run.Org);
        var until = run.Now + Longest;
        var changed = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (Period.TryParse(page[i]) is not { } period || !IsStale(run, period, rules))
            {
                continue;
            }

            changed++;
            if (FoldRequests.Once(run, period))
            {
                // More is left of this one: the next call begins with it again.
                return new SweepPage(i == 0 ? cursor : page[i - 1], i + 1, changed);
            }

            if (run.Now > until)
            {
                return new SweepPage(page[i], i + 1, changed);
            }
        }

        return new SweepPage(page.Count == PageSize ? page[PageSize - 1] : null, page.Count, changed);
    }

    private static bool IsStale(PluginRun run, Period period, Rules rules) =>
        Staleness.Of(PeriodStanding.WithSource(run.Org, period, PeriodStanding.Read(run.Org, period), rules), run.Now) != StaleCause.None;
}
