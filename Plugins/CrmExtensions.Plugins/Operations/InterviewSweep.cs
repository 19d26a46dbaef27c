using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The parts of the sweep that find opportunities whose interviews are not as they must be.</summary>
internal static class InterviewSweep
{
    private const int PageSize = 50;
    private const string InterviewAlias = "interview";

    /// <summary>Closed opportunities without a current interview, from the go-live date on.</summary>
    public static SweepPage Missing(PluginRun run, string cursor)
    {
        var query = Opportunities(cursor);
        query.Criteria.AddCondition(Opportunity.StateCode, ConditionOperator.In, (int)OpportunityState.Won, (int)OpportunityState.Lost);
        if (PolicyRow.Read(run.Org).GoLive is { } goLive)
        {
            query.Criteria.AddCondition(Opportunity.ActualCloseDate, ConditionOperator.GreaterEqual, goLive);
        }

        CurrentInterviews(query, JoinOperator.LeftOuter);
        query.Criteria.AddCondition(InterviewAlias, Interview.Id, ConditionOperator.Null);
        return Reconcile(run, query, Opportunity.Id);
    }

    /// <summary>Open opportunities that still have a current interview.</summary>
    public static SweepPage OfOpenOpportunities(PluginRun run, string cursor)
    {
        var query = Opportunities(cursor);
        query.Criteria.AddCondition(Opportunity.StateCode, ConditionOperator.Equal, (int)OpportunityState.Open);
        CurrentInterviews(query, JoinOperator.Inner);
        return Reconcile(run, query, Opportunity.Id);
    }

    /// <summary>Opportunities that may have two current interviews: those closed more than once.</summary>
    public static SweepPage Doubled(PluginRun run, string cursor)
    {
        var query = Opportunities(cursor);
        CurrentInterviews(query, JoinOperator.Inner).LinkCriteria.AddCondition(Interview.CloseSequence, ConditionOperator.GreaterThan, 1);
        return Reconcile(run, query, Opportunity.Id);
    }

    private static QueryExpression Opportunities(string cursor)
    {
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(false), TopCount = PageSize, Distinct = true };
        query.ColumnSet.AddColumn(Opportunity.Id);
        query.AddOrder(Opportunity.Id, OrderType.Ascending);
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(Opportunity.Id, ConditionOperator.GreaterThan, Guid.Parse(cursor));
        }

        return query;
    }

    private static LinkEntity CurrentInterviews(QueryExpression query, JoinOperator join)
    {
        var link = query.AddLink(Interview.Table, Opportunity.Id, Interview.OpportunityId, join);
        link.EntityAlias = InterviewAlias;
        link.LinkCriteria.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        return link;
    }

    private static SweepPage Reconcile(PluginRun run, QueryExpression query, string id)
    {
        var found = run.Org.RetrieveMultiple(query).Entities.Select(row => row.GetAttributeValue<Guid>(id)).ToList();
        var changed = found.Sum(opportunity => InterviewReconciliation.Reconcile(run.Org, opportunity, run.Now, bySweep: true));
        return new SweepPage(found.Count == PageSize ? found[found.Count - 1].ToString("D") : null, found.Count, changed);
    }
}
