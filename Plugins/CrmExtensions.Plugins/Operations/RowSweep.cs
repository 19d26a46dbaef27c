using System.ServiceModel;
using CrmExtensions.Framework;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>How a part of the sweep goes over the rows of one table: a page in the order of their ids, each row on its own.</summary>
internal static class RowSweep
{
    private const int PageSize = 50;

    public static QueryExpression Page(string table, string id, string cursor, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), TopCount = PageSize };
        query.AddOrder(id, OrderType.Ascending);
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(id, ConditionOperator.GreaterThan, Guid.Parse(cursor));
        }

        return query;
    }

    /// <param name="run">The run.</param>
    /// <param name="query">A <see cref="Page"/>, narrowed to the rows that are not as they must be.</param>
    /// <param name="repair">Puts one right; false where it was right after all.</param>
    public static SweepPage Repair(PluginRun run, QueryExpression query, Func<Entity, bool> repair)
    {
        var rows = run.Org.RetrieveMultiple(query).Entities;
        var changed = rows.Count(row => Try(run, row, repair));
        return new SweepPage(rows.Count == PageSize ? rows[PageSize - 1].Id.ToString("D") : null, rows.Count, changed);
    }

    // One that cannot be put right must not keep the others from it, at every sweep to come (as in InterviewSweep).
    private static bool Try(PluginRun run, Entity row, Func<Entity, bool> repair)
    {
        try
        {
            return repair(row);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            run.Trace(row.LogicalName + " " + row.Id.ToString("D") + ": " + fault.Message);
            return false;
        }
    }
}
