using CrmExtensions.Calendar;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>What is read of the interviews of a month that count, and of what belongs to them.</summary>
internal static class MonthQueries
{
    public const string UnitAlias = "unit";
    public const string CompetitorAlias = "competitor";

    private static readonly string[] Columns =
    [
        Interview.StatusCode,
        Interview.Outcome,
        Interview.BaseValue,
        Interview.ExactBaseValue,
        Interview.IndustryCode,
        Interview.IndustryLabel,
        Interview.BusinessUnitIdAtClose,
        Interview.Segment,
        Interview.ProductLine,
        Interview.ValueBand,
        Interview.LeadSource,
        Interview.LeadSourceLabel,
        Interview.HeardChannel,
        Interview.ClosedVia,
        Interview.MomentStage,
        Interview.MomentTrigger,
        Interview.SpeakerRole,
        Interview.DecidingRemark,
        Interview.SellerReasonId,
        Interview.SellerMomentStage,
        Interview.LossOutcome,
        Interview.PartAOn,
        Interview.RespondentRole,
        Interview.EvidenceGrade,
        Interview.IsDue,
        Interview.OnTime,
        Interview.SpecificityBand,
        Interview.SpecificityScore,
        Interview.SamePriceChoice,
        Interview.Reproducibility,
        Interview.DaysToHearing,
        Interview.DaysToComplete,
    ];

    public static QueryExpression Interviews(Period month)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Columns) };
        Counted(query.Criteria, month);
        query.AddOrder(Interview.Id, OrderType.Ascending);
        var unit = query.AddLink(BusinessUnit.Table, Interview.BusinessUnitIdAtClose, BusinessUnit.Id, JoinOperator.LeftOuter);
        unit.EntityAlias = UnitAlias;
        unit.Columns = new ColumnSet(BusinessUnit.Name);
        return query;
    }

    public static QueryExpression Competitors(Period month)
    {
        var query = new QueryExpression(InterviewCompetitor.Table)
        {
            ColumnSet = new ColumnSet(InterviewCompetitor.InterviewId, InterviewCompetitor.CompetitorId, InterviewCompetitor.IsFinalist, InterviewCompetitor.IsWinner),
        };
        OfCounted(query, InterviewCompetitor.Id, InterviewCompetitor.InterviewId, month);
        var competitor = query.AddLink(Competitor.Table, InterviewCompetitor.CompetitorId, Competitor.Id, JoinOperator.Inner);
        competitor.EntityAlias = CompetitorAlias;
        competitor.Columns = new ColumnSet(Competitor.Name);
        return query;
    }

    /// <summary>The customer's reasons; ours is a column of the interview.</summary>
    public static QueryExpression Reasons(Period month)
    {
        var query = new QueryExpression(InterviewReason.Table)
        {
            ColumnSet = new ColumnSet(InterviewReason.InterviewId, InterviewReason.ReasonId, InterviewReason.Rank),
        };
        query.Criteria.AddCondition(InterviewReason.Perspective, ConditionOperator.Equal, InterviewReason.PerspectiveOption.Customer);
        OfCounted(query, InterviewReason.Id, InterviewReason.InterviewId, month);
        return query;
    }

    private static void OfCounted(QueryExpression query, string id, string interview, Period month)
    {
        query.AddOrder(id, OrderType.Ascending);
        Counted(query.AddLink(Interview.Table, interview, Interview.Id, JoinOperator.Inner).LinkCriteria, month);
    }

    // The universe of product.md 10.
    private static void Counted(FilterExpression filter, Period month)
    {
        filter.AddCondition(Interview.PeriodKey, ConditionOperator.Equal, month.Key);
        filter.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        filter.AddCondition(Interview.StatusCode, ConditionOperator.NotEqual, Interview.StatusCodeOption.Superseded);
    }
}
