using CrmExtensions.Closing;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>What the rules of a child look at of its interview.</summary>
internal sealed record ParentInterview(Guid Id, InterviewStatus Status, Outcome Outcome, Guid Owner, Guid? Opportunity, DateTime ClosedOn, DateTime? EarliestOn, DateTime? HeardOn, bool HasHearing, bool IsPurged)
{
    /// <summary>One service call; empty where there is no such interview.</summary>
    public static ParentInterview? Read(IOrganizationService org, Guid id)
    {
        var query = new QueryExpression(Interview.Table)
        {
            ColumnSet = new ColumnSet(Interview.StatusCode, Interview.Outcome, Interview.OwnerId, Interview.OpportunityId, Interview.ClosedOn, Interview.DealAgeDays, Interview.HeardOn, Interview.HeardChannel, Interview.PurgedOn),
        };
        query.Criteria.AddCondition(Interview.Id, ConditionOperator.Equal, id);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row ? Of(row) : null;
    }

    private static ParentInterview Of(Entity row)
    {
        var answers = Answers.Of(row, children: null);
        return new ParentInterview(
            row.Id,
            InterviewStatuses.FromStored(row.GetAttributeValue<OptionSetValue>(Interview.StatusCode)?.Value ?? 0) ?? InterviewStatus.NotStarted,
            answers.Outcome,
            row.GetAttributeValue<EntityReference>(Interview.OwnerId)!.Id,
            row.GetAttributeValue<EntityReference>(Interview.OpportunityId)?.Id,
            row.GetAttributeValue<DateTime>(Interview.ClosedOn),
            answers.EarliestOn,
            answers.HeardOn,
            answers.HasHearing,
            row.Contains(Interview.PurgedOn));
    }
}
