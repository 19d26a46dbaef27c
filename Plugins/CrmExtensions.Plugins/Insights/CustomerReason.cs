using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Insights;

/// <summary>The reason that the customer gave.</summary>
internal static class CustomerReason
{
    /// <summary>The primary one; empty where none is. One service call.</summary>
    public static EntityReference? Primary(IOrganizationService org, Guid interview)
    {
        var query = new QueryExpression(InterviewReason.Table) { ColumnSet = new ColumnSet(InterviewReason.ReasonId), TopCount = 1 };
        query.Criteria.AddCondition(InterviewReason.InterviewId, ConditionOperator.Equal, interview);
        query.Criteria.AddCondition(InterviewReason.Perspective, ConditionOperator.Equal, InterviewReason.PerspectiveOption.Customer);
        query.Criteria.AddCondition(InterviewReason.Rank, ConditionOperator.Equal, InterviewReason.RankOption.Primary);
        query.AddOrder(InterviewReason.Id, OrderType.Ascending);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<EntityReference>(InterviewReason.ReasonId);
    }
}
