using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>A competitor that the deal itself names is accepted below a locked interview too: closes out of scope count as well (architecture.md 4, S6).</summary>
internal static class KnownCompetitor
{
    public static bool Names(IOrganizationService org, ChildChange child, ParentInterview interview) =>
        child is { Table: InterviewCompetitor.Table, Before: null }
        && InterviewStatuses.IsLocked(interview.Status)
        && interview.Opportunity is { } opportunity
        && child.After<EntityReference>(InterviewCompetitor.CompetitorId) is { } competitor
        && (IsIn(org, OpportunityCompetitors.Table, OpportunityCompetitors.OpportunityId, opportunity, OpportunityCompetitors.CompetitorId, competitor.Id)
            || IsIn(org, OpportunityClose.Table, OpportunityClose.OpportunityId, opportunity, OpportunityClose.CompetitorId, competitor.Id));

    private static bool IsIn(IOrganizationService org, string table, string opportunityColumn, Guid opportunity, string competitorColumn, Guid competitor)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(opportunityColumn, ConditionOperator.Equal, opportunity);
        query.Criteria.AddCondition(competitorColumn, ConditionOperator.Equal, competitor);
        return org.RetrieveMultiple(query).Entities.Count > 0;
    }
}
