using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>The tallies of a quarter, half or year: the sums of its months' stored tallies.</summary>
internal static class HigherBook
{
    public static TallyBook Read(IOrganizationService org, Period period)
    {
        var query = new QueryExpression(Rollup.Table)
        {
            ColumnSet = new ColumnSet(Rollup.PeriodKey, Rollup.Dimension1, Rollup.Value1, Rollup.Label1, Rollup.Dimension2, Rollup.Value2, Rollup.Label2, Rollup.Tally),
        };
        query.Criteria.AddCondition(Rollup.PeriodKey, ConditionOperator.In, [.. period.Months.Select(month => month.Key)]);
        query.AddOrder(Rollup.Id, OrderType.Ascending);
        var book = new TallyBook();

        // In the order of the months, so that the newest label stays.
        foreach (var row in org.ReadAll(query).OrderBy(row => row.GetAttributeValue<string>(Rollup.PeriodKey), StringComparer.Ordinal))
        {
            var tally = Tally.Parse(row.GetAttributeValue<string>(Rollup.Tally) ?? "");
            if (tally.Deals > 0)
            {
                book.Add(RollupRow.NamedOf(row), tally);
            }
        }

        return book;
    }
}
