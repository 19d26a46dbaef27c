using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Proof;
using CrmExtensions.Settings;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The part of the sweep that empties evidence whose time is over (product.md 6, B10); that there was some, of which kind and with whose consent, stays.</summary>
internal static class RetentionSweep
{
    public static SweepPage Over(PluginRun run, string cursor)
    {
        var query = RowSweep.Page(Tables.Evidence.Table, Tables.Evidence.Id, cursor);
        query.Criteria.AddCondition(Tables.Evidence.RetentionUntil, ConditionOperator.LessThan, BusinessDate.Of(run.Now, PolicyRow.Read(run.Org).Zone()));
        var filled = query.Criteria.AddFilter(LogicalOperator.Or);
        foreach (var column in EvidenceGuard.Contents)
        {
            filled.AddCondition(column, ConditionOperator.NotNull);
        }

        return RowSweep.Repair(run, query, row =>
        {
            var change = new Entity(Tables.Evidence.Table, row.Id);
            foreach (var column in EvidenceGuard.Contents)
            {
                change[column] = null;
            }

            run.Org.Update(change);
            return true;
        });
    }
}
