using CrmExtensions.Calendar;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>Keys of the periods that have been folded, that have a ticket, or that have interviews and neither; unsorted, some twice.</summary>
internal static class KnownPeriods
{
    private const string PeriodAlias = "period";

    /// <summary>Months whose keys come after a cursor.</summary>
    /// <param name="org">The service.</param>
    /// <param name="cursor">Empty for all.</param>
    /// <param name="top">How many of each kind, the first ones; all where empty.</param>
    public static IEnumerable<string> Months(IOrganizationService org, string cursor = "", int? top = null)
    {
        var folded = Keys(org, RollupPeriod.Table, RollupPeriod.PeriodKey, cursor, top, query =>
            query.Criteria.AddCondition(RollupPeriod.Grain, ConditionOperator.Equal, RollupPeriod.GrainOption.Month));
        var promised = Keys(org, FoldTicket.Table, FoldTicket.TicketKey, cursor, top, query =>
            query.Criteria.AddCondition(FoldTicket.TicketKey, ConditionOperator.Like, "month-%"));
        var neither = Keys(org, Interview.Table, Interview.PeriodKey, cursor, top, query =>
        {
            query.AddLink(RollupPeriod.Table, Interview.PeriodKey, RollupPeriod.PeriodKey, JoinOperator.LeftOuter).EntityAlias = PeriodAlias;
            query.Criteria.AddCondition(PeriodAlias, RollupPeriod.Id, ConditionOperator.Null);
        });
        return [.. folded, .. promised, .. neither];
    }

    /// <summary>Quarters, halves and years above some months, and those of a calendar before the fiscal year was moved.</summary>
    public static IEnumerable<string> Above(IOrganizationService org, IEnumerable<string> months, int fiscalStartMonth)
    {
        var folded = Keys(org, RollupPeriod.Table, RollupPeriod.PeriodKey, "", null, query =>
            query.Criteria.AddCondition(RollupPeriod.Grain, ConditionOperator.NotEqual, RollupPeriod.GrainOption.Month));
        var promised = Keys(org, FoldTicket.Table, FoldTicket.TicketKey, "", null, query =>
            query.Criteria.AddCondition(FoldTicket.TicketKey, ConditionOperator.NotLike, "month-%"));
        return [.. months.SelectMany(month => Period.TryParse(month)?.Above(fiscalStartMonth) ?? []).Select(period => period.Key), .. folded, .. promised];
    }

    /// <summary>Months that have been folded.</summary>
    public static IEnumerable<string> FoldedMonths(IOrganizationService org) => Keys(org, RollupPeriod.Table, RollupPeriod.PeriodKey, "", null, query =>
        query.Criteria.AddCondition(RollupPeriod.Grain, ConditionOperator.Equal, RollupPeriod.GrainOption.Month));

    private static List<string> Keys(IOrganizationService org, string table, string column, string cursor, int? top, Action<QueryExpression> narrow)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(column), Distinct = true, TopCount = top };
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(column, ConditionOperator.GreaterThan, cursor);
        }

        query.AddOrder(column, OrderType.Ascending);
        narrow(query);
        return [.. org.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>(column)!)];
    }
}
