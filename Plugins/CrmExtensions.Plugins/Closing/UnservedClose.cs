using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Closing;

/// <summary>The cheap question whether another event of the same close has been served already.</summary>
internal static class UnservedClose
{
    private const string InterviewAlias = "interview";

    /// <summary>The opportunity's newest close row, if it has no interview yet; one service call.</summary>
    public static Guid? Newest(IOrganizationService org, Guid opportunityId)
    {
        var query = new QueryExpression(OpportunityClose.Table) { ColumnSet = new ColumnSet(OpportunityClose.CreatedOn) };
        query.Criteria.AddCondition(OpportunityClose.OpportunityId, ConditionOperator.Equal, opportunityId);
        var link = query.AddLink(Interview.Table, OpportunityClose.OpportunityId, Interview.OpportunityId, JoinOperator.LeftOuter);
        link.EntityAlias = InterviewAlias;
        link.Columns = new ColumnSet(Interview.CloseKey, Interview.CloseSequence);
        var rows = org.RetrieveMultiple(query).Entities;

        var closes = rows.GroupBy(row => row.Id).Select(group => new CloseRow(group.Key, group.First().GetAttributeValue<DateTime>(OpportunityClose.CreatedOn), null, null));
        var interviews = rows.Where(row => row.Contains(InterviewAlias + "." + Interview.CloseKey)).Select(InterviewOf);
        var history = new ClosingHistory(opportunityId, OpportunityState.Open, null, closes.ToList(), interviews.ToList());
        return history.NewestClose is { } newest && history.InterviewOf(newest) is null ? newest.Id : null;
    }

    // Only key and sequence matter to the question.
    private static InterviewRow InterviewOf(Entity row) => new(
        Guid.Empty,
        row.Linked<string>(InterviewAlias, Interview.CloseKey)!,
        row.Linked<int>(InterviewAlias, Interview.CloseSequence),
        IsCurrent: false,
        IsSuperseded: false,
        default,
        default,
        default);
}
