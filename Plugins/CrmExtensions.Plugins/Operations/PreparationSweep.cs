using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The part of the sweep that has interviews prepared whose own job did not: the token raises a new one, outside this call.</summary>
internal static class PreparationSweep
{
    private const int PageSize = 50;

    // Younger ones have a job of their own under way.
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(5);

    public static SweepPage Unprepared(PluginRun run, string cursor)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(false), TopCount = PageSize };
        query.Criteria.AddCondition(Interview.PreparedOn, ConditionOperator.Null);
        query.Criteria.AddCondition(Interview.CreatedOn, ConditionOperator.LessThan, run.Now - Overdue);
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(Interview.Id, ConditionOperator.GreaterThan, Guid.Parse(cursor));
        }

        query.AddOrder(Interview.Id, OrderType.Ascending);
        var rows = run.Org.RetrieveMultiple(query).Entities;
        foreach (var row in rows)
        {
            run.Org.Update(new Entity(Interview.Table, row.Id) { [Interview.PreparationToken] = run.NewId().ToString("D") }.ByServer());
        }

        return new SweepPage(rows.Count == PageSize ? rows[PageSize - 1].Id.ToString("D") : null, rows.Count, rows.Count);
    }
}
