using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>The tallies of a month, counted from its interviews, page by page: no aggregate query, so no limit of 50,000 rows.</summary>
internal static class MonthBook
{
    private const string UnitAlias = "unit";
    private const string CompetitorAlias = "competitor";

    public static TallyBook Read(IOrganizationService org, Period month)
    {
        var competitors = CompetitorsByInterview(org, month);
        var book = new TallyBook();
        foreach (var row in org.ReadAll(Interviews(month)))
        {
            book.Add(DealOf(row, competitors.TryGetValue(row.Id, out var named) ? named : []));
        }

        return book;
    }

    private static QueryExpression Interviews(Period month)
    {
        var query = new QueryExpression(Interview.Table)
        {
            ColumnSet = new ColumnSet(Interview.Outcome, Interview.BaseValue, Interview.ExactBaseValue, Interview.IndustryCode, Interview.IndustryLabel, Interview.BusinessUnitIdAtClose),
        };
        Counted(query.Criteria, month);
        query.AddOrder(Interview.Id, OrderType.Ascending);
        var unit = query.AddLink(BusinessUnit.Table, Interview.BusinessUnitIdAtClose, BusinessUnit.Id, JoinOperator.LeftOuter);
        unit.EntityAlias = UnitAlias;
        unit.Columns = new ColumnSet(BusinessUnit.Name);
        return query;
    }

    // The universe of product.md 10.
    private static void Counted(FilterExpression filter, Period month)
    {
        filter.AddCondition(Interview.PeriodKey, ConditionOperator.Equal, month.Key);
        filter.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        filter.AddCondition(Interview.StatusCode, ConditionOperator.NotEqual, Interview.StatusCodeOption.Superseded);
    }

    private static Dictionary<Guid, List<Named>> CompetitorsByInterview(IOrganizationService org, Period month)
    {
        var query = new QueryExpression(InterviewCompetitor.Table)
        {
            ColumnSet = new ColumnSet(InterviewCompetitor.InterviewId, InterviewCompetitor.CompetitorId),
        };
        query.AddOrder(InterviewCompetitor.Id, OrderType.Ascending);
        var interview = query.AddLink(Interview.Table, InterviewCompetitor.InterviewId, Interview.Id, JoinOperator.Inner);
        Counted(interview.LinkCriteria, month);
        var competitor = query.AddLink(Competitor.Table, InterviewCompetitor.CompetitorId, Competitor.Id, JoinOperator.Inner);
        competitor.EntityAlias = CompetitorAlias;
        competitor.Columns = new ColumnSet(Competitor.Name);
        return org.ReadAll(query)
            .GroupBy(row => row.GetAttributeValue<EntityReference>(InterviewCompetitor.InterviewId)!.Id)
            .ToDictionary(group => group.Key, group => group.Select(NamedCompetitor).ToList());
    }

    private static Named NamedCompetitor(Entity row) => new(
        row.GetAttributeValue<EntityReference>(InterviewCompetitor.CompetitorId)!.Id.ToString("D"),
        row.Linked<string>(CompetitorAlias, Competitor.Name) ?? "");

    private static Deal DealOf(Entity row, IReadOnlyCollection<Named> competitors)
    {
        var industry = row.GetAttributeValue<int?>(Interview.IndustryCode);
        var unit = row.GetAttributeValue<EntityReference>(Interview.BusinessUnitIdAtClose);
        return new Deal(
            (Outcome)(Choices.Offset(row.GetAttributeValue<OptionSetValue>(Interview.Outcome)) ?? 0),
            BaseValue.Read(row),
            industry is null ? null : new Named(industry.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), row.GetAttributeValue<string>(Interview.IndustryLabel) ?? ""),
            unit is null ? null : new Named(unit.Id.ToString("D"), row.Linked<string>(UnitAlias, BusinessUnit.Name) ?? ""),
            competitors);
    }
}
