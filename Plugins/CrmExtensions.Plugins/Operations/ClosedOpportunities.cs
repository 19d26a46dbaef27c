using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>All opportunities that interviews are about: closed since the go-live date, with a close row since then, or with an interview.</summary>
internal static class ClosedOpportunities
{
    public const int PageSize = 50;

    private const string CloseAlias = "close";
    private const string InterviewAlias = "interview";

    /// <summary>The next page, in the order of their ids.</summary>
    public static List<Guid> After(IOrganizationService org, Guid? last, Policy policy)
    {
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Id), TopCount = PageSize, Distinct = true };
        query.AddOrder(Opportunity.Id, OrderType.Ascending);
        if (last is { } id)
        {
            query.Criteria.AddCondition(Opportunity.Id, ConditionOperator.GreaterThan, id);
        }

        query.AddLink(OpportunityClose.Table, Opportunity.Id, OpportunityClose.OpportunityId, JoinOperator.LeftOuter).EntityAlias = CloseAlias;
        query.AddLink(Interview.Table, Opportunity.Id, Interview.OpportunityId, JoinOperator.LeftOuter).EntityAlias = InterviewAlias;
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        IsClosed(either, policy);
        HasCloseRow(either, policy);
        either.AddCondition(InterviewAlias, Interview.Id, ConditionOperator.NotNull);

        // Distinct rows have columns and no id.
        return org.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<Guid>(Opportunity.Id)).ToList();
    }

    private static void IsClosed(FilterExpression either, Policy policy)
    {
        var closed = either.AddFilter(LogicalOperator.And);
        closed.AddCondition(Opportunity.StateCode, ConditionOperator.In, (int)OpportunityState.Won, (int)OpportunityState.Lost);
        if (policy.GoLive is { } goLive)
        {
            var since = closed.AddFilter(LogicalOperator.Or);
            since.AddCondition(Opportunity.ActualCloseDate, ConditionOperator.GreaterEqual, goLive);
            since.AddCondition(Opportunity.ActualCloseDate, ConditionOperator.Null);
        }
    }

    private static void HasCloseRow(FilterExpression either, Policy policy)
    {
        var row = either.AddFilter(LogicalOperator.And);
        row.AddCondition(CloseAlias, OpportunityClose.Id, ConditionOperator.NotNull);
        if (policy.GoLive is { } goLive)
        {
            var since = row.AddFilter(LogicalOperator.Or);
            since.AddCondition(CloseAlias, OpportunityClose.ActualEnd, ConditionOperator.GreaterEqual, BusinessDate.Begin(goLive, policy.Zone()));
            since.AddCondition(CloseAlias, OpportunityClose.ActualEnd, ConditionOperator.Null);
        }
    }
}
