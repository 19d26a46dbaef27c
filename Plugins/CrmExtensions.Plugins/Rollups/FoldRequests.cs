using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>Asks for folds of a period until it is complete. Asynchronous callers only: each fold is a transaction of its own.</summary>
internal static class FoldRequests
{
    // A job may take two minutes; what is left goes on in the next attempt.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(80);

    /// <summary>Folds, then promises the quarter, half and year above a month.</summary>
    /// <exception cref="InvalidPluginExecutionException">More is left than fits one job; the platform tries again.</exception>
    public static void Complete(PluginRun run, Period period)
    {
        var until = run.Now + Longest;
        var row = RowOf(run.Org, period);
        while (Fold(run, row))
        {
            if (run.Now > until)
            {
                throw new InvalidPluginExecutionException(OperationStatus.Retry, "The roll-ups of " + period.Key + " are not complete yet; going on in the next attempt.");
            }
        }

        foreach (var above in period.Grain == Grain.Month ? period.Above(PolicyRow.Read(run.Org).FiscalStartMonth) : [])
        {
            FoldTickets.Promise(run, above.Key);
        }
    }

    /// <summary>One bounded fold, which catches no fault; true when more is left to write.</summary>
    public static bool Once(PluginRun run, Period period) => Fold(run, RowOf(run.Org, period));

    private static bool Fold(PluginRun run, Guid row)
    {
        run.Org.Update(new Entity(RollupPeriod.Table, row) { [RollupPeriod.FoldToken] = run.NewId().ToString("D") });
        return run.Org.Retrieve(RollupPeriod.Table, row, new ColumnSet(RollupPeriod.More)).GetAttributeValue<bool>(RollupPeriod.More);
    }

    private static Guid RowOf(IOrganizationService org, Period period)
    {
        if (Find(org, period) is { } found)
        {
            return found;
        }

        org.TryCreate(new Entity(RollupPeriod.Table)
        {
            [RollupPeriod.PeriodKey] = period.Key,
            [RollupPeriod.Grain] = Choices.Stored((int)period.Grain),
            [RollupPeriod.Start] = period.Start,
            [RollupPeriod.End] = period.LastDay,
        });
        return Find(org, period)!.Value;
    }

    private static Guid? Find(IOrganizationService org, Period period)
    {
        var query = new QueryExpression(RollupPeriod.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(RollupPeriod.PeriodKey, ConditionOperator.Equal, period.Key);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault()?.Id;
    }
}
