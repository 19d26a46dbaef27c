using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>How a period stands: the facts that tell whether its figures may be behind.</summary>
internal static class PeriodStanding
{
    /// <summary>Its ticket and its last fold. Two service calls.</summary>
    public static PeriodFacts Read(IOrganizationService org, Period period)
    {
        var row = Folds(org, [period]).FirstOrDefault();
        return new PeriodFacts
        {
            TicketMadeOn = FoldTickets.MadeOn(org, period),
            HasMore = row?.GetAttributeValue<bool>(RollupPeriod.More) ?? false,
            AsOf = row?.GetAttributeValue<DateTime?>(RollupPeriod.AsOf),
        };
    }

    /// <summary>With what may have escaped its last fold: changes of an interview, any fold of a month, and of the rules. At most one service call.</summary>
    public static PeriodFacts WithSource(IOrganizationService org, Period period, PeriodFacts facts, Rules rules) =>
        rules.In(facts with { SourceChangedOn = SumsNothing(period, facts, rules) ? null : SourceChangedOn(org, period, facts.AsOf!.Value) });

    /// <summary>As <see cref="WithSource"/>, but of the months only what their folds have written: a recompute has just folded them itself.</summary>
    public static PeriodFacts WithWrittenSource(IOrganizationService org, Period period, PeriodFacts facts, Rules rules) =>
        period.Grain == Grain.Month || SumsNothing(period, facts, rules)
            ? WithSource(org, period, facts, rules)
            : rules.In(facts with { SourceChangedOn = Newest(org, Rollup.Table, Rollup.PeriodKey, period.Months, Rollup.ModifiedOn, facts.AsOf!.Value) });

    // Without a fold nothing has escaped it, and a period of another calendar has no source.
    private static bool SumsNothing(Period period, PeriodFacts facts, Rules rules) => facts.AsOf is null || !period.IsOf(rules.FiscalStartMonth);

    private static DateTime? SourceChangedOn(IOrganizationService org, Period period, DateTime asOf) => period.Grain == Grain.Month
        ? Newest(org, Interview.Table, Interview.PeriodKey, [period], Interview.ModifiedOn, asOf)
        : Folds(org, period.Months).Max(row => row.GetAttributeValue<DateTime?>(RollupPeriod.AsOf));

    // One that is new enough will do.
    private static DateTime? Newest(IOrganizationService org, string table, string periodKey, IReadOnlyList<Period> periods, string modifiedOn, DateTime asOf)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(modifiedOn), TopCount = 1 };
        query.Criteria.AddCondition(periodKey, ConditionOperator.In, [.. periods.Select(period => period.Key)]);
        query.Criteria.AddCondition(modifiedOn, ConditionOperator.GreaterThan, Staleness.Since(asOf));
        return org.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<DateTime>(modifiedOn);
    }

    private static DataCollection<Entity> Folds(IOrganizationService org, IReadOnlyList<Period> periods)
    {
        var query = new QueryExpression(RollupPeriod.Table) { ColumnSet = new ColumnSet(RollupPeriod.AsOf, RollupPeriod.More) };
        query.Criteria.AddCondition(RollupPeriod.PeriodKey, ConditionOperator.In, [.. periods.Select(period => period.Key)]);
        return org.RetrieveMultiple(query).Entities;
    }
}
