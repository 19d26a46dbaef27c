using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>Asks for folds of a period.</summary>
internal static class FoldRequests
{
    /// <summary>One bounded fold, which catches no fault; true when more is left to write.</summary>
    public static bool Once(PluginRun run, Period period)
    {
        var row = RowOf(run.Org, period);
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
