using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Closing;

/// <summary>What somebody is late with: open, current interviews that the sweep has found overdue.</summary>
internal static class OverdueInterviews
{
    /// <summary>Their numbers, oldest first; one service call, and so at most 5,000.</summary>
    public static IReadOnlyList<string> Of(IOrganizationService org, Guid owner)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.Name) };
        query.Criteria.AddCondition(Interview.OwnerId, ConditionOperator.Equal, owner);
        query.Criteria.AddCondition(Interview.StateCode, ConditionOperator.Equal, Interview.StateCodeOption.Active);
        query.Criteria.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        query.Criteria.AddCondition(Interview.IsOverdue, ConditionOperator.Equal, true);
        query.AddOrder(Interview.DueOn, OrderType.Ascending);
        query.AddOrder(Interview.Name, OrderType.Ascending);
        return [.. org.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<string>(Interview.Name) ?? "")];
    }
}
