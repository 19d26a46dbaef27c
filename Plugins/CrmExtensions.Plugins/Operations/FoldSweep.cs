using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The parts of the sweep that fold what is stale: an old ticket, rows left to write, or data newer than the last fold (architecture.md 5).</summary>
/// <remarks>Nobody tells whether a custom API runs in a transaction, so one fold a period and call, and no fault is caught. A key that is no period's is passed over: nothing could fold it.</remarks>
internal static class FoldSweep
{
    private const int PageSize = 12;

    // A call may take two minutes, and a fold up to ten seconds of writing.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);
    private const string PeriodAlias = "period";

    // Times are whole seconds of different servers, and a fold may have begun while a change was being committed.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    /// <summary>Months: folds up to twelve, the stale ones.</summary>
    public static SweepPage Months(PluginRun run, string cursor) =>
        Sweep(run, cursor, MonthKeys(run.Org, cursor), IsStaleMonth);

    /// <summary>Quarters, halves and years: folds up to twelve, the stale ones.</summary>
    public static SweepPage HigherPeriods(PluginRun run, string cursor) =>
        Sweep(run, cursor, KeysAbove(run, cursor), IsStaleAbove);

    private static SweepPage Sweep(PluginRun run, string cursor, IReadOnlyList<string> keys, Func<PluginRun, Period, Entity?, bool> isStale)
    {
        var page = keys.Where(key => string.CompareOrdinal(key, cursor) > 0).Distinct().OrderBy(key => key, StringComparer.Ordinal).Take(PageSize).ToList();
        var until = run.Now + Longest;
        var changed = 0;
        for (var i = 0; i < page.Count; i++)
        {
            if (Period.TryParse(page[i]) is not { } period || !isStale(run, period, RowOf(run.Org, period)))
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

    // Months that have been folded, that have a ticket, or that have interviews and neither.
    private static List<string> MonthKeys(IOrganizationService org, string cursor)
    {
        var folded = Keys(org, RollupPeriod.Table, RollupPeriod.PeriodKey, cursor, query =>
            query.Criteria.AddCondition(RollupPeriod.Grain, ConditionOperator.Equal, RollupPeriod.GrainOption.Month));
        var promised = Keys(org, FoldTicket.Table, FoldTicket.TicketKey, cursor, query =>
            query.Criteria.AddCondition(FoldTicket.TicketKey, ConditionOperator.Like, "month-%"));
        var neither = Keys(org, Interview.Table, Interview.PeriodKey, cursor, query =>
        {
            query.AddLink(RollupPeriod.Table, Interview.PeriodKey, RollupPeriod.PeriodKey, JoinOperator.LeftOuter).EntityAlias = PeriodAlias;
            query.Criteria.AddCondition(PeriodAlias, RollupPeriod.Id, ConditionOperator.Null);
        });
        return [.. folded, .. promised, .. neither];
    }

    private static List<string> KeysAbove(PluginRun run, string cursor)
    {
        var fiscalStart = Settings.PolicyRow.Read(run.Org).FiscalStartMonth;
        var months = Keys(run.Org, RollupPeriod.Table, RollupPeriod.PeriodKey, "", query =>
            query.Criteria.AddCondition(RollupPeriod.Grain, ConditionOperator.Equal, RollupPeriod.GrainOption.Month), top: null);
        var promised = Keys(run.Org, FoldTicket.Table, FoldTicket.TicketKey, cursor, query =>
            query.Criteria.AddCondition(FoldTicket.TicketKey, ConditionOperator.NotLike, "month-%"));
        return [.. months.SelectMany(month => Period.TryParse(month)?.Above(fiscalStart) ?? []).Select(period => period.Key), .. promised];
    }

    private static List<string> Keys(IOrganizationService org, string table, string column, string cursor, Action<QueryExpression> narrow, int? top = PageSize)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(column), Distinct = true, TopCount = top };
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(column, ConditionOperator.GreaterThan, cursor);
        }

        query.AddOrder(column, OrderType.Ascending);
        narrow(query);
        return org.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>(column)!).ToList();
    }

    private static bool IsStaleMonth(PluginRun run, Period month, Entity? row) =>
        HasOldTicket(run, month) || row is null || row.GetAttributeValue<bool>(RollupPeriod.More) || AsOf(row) is not { } asOf || HasNewer(run.Org, month, asOf);

    private static bool IsStaleAbove(PluginRun run, Period period, Entity? row) =>
        HasOldTicket(run, period) || row is null || row.GetAttributeValue<bool>(RollupPeriod.More)
        || AsOf(row) is not { } asOf || period.Months.Any(month => RowOf(run.Org, month) is { } folded && AsOf(folded) > asOf - Margin);

    private static bool HasOldTicket(PluginRun run, Period period) =>
        FoldTickets.Of(run.Org, period.Key)?.GetAttributeValue<DateTime>(FoldTicket.CreatedOn) < run.Now - Margin;

    private static bool HasNewer(IOrganizationService org, Period month, DateTime asOf)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(Interview.PeriodKey, ConditionOperator.Equal, month.Key);
        query.Criteria.AddCondition(Interview.ModifiedOn, ConditionOperator.GreaterThan, asOf - Margin);
        return org.RetrieveMultiple(query).Entities.Count > 0;
    }

    private static DateTime? AsOf(Entity row) => row.GetAttributeValue<DateTime?>(RollupPeriod.AsOf);

    private static Entity? RowOf(IOrganizationService org, Period period)
    {
        var query = new QueryExpression(RollupPeriod.Table) { ColumnSet = new ColumnSet(RollupPeriod.AsOf, RollupPeriod.More) };
        query.Criteria.AddCondition(RollupPeriod.PeriodKey, ConditionOperator.Equal, period.Key);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}
