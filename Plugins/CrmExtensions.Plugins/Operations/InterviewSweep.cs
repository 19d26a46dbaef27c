using System.ServiceModel;
using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The parts of the sweep that find opportunities whose interviews are not as they must be.</summary>
internal static class InterviewSweep
{
    private const int PageSize = 50;
    private const string InterviewAlias = "interview";
    private static readonly TimeSpan Recent = TimeSpan.FromDays(35);

    /// <summary>Closed opportunities without a current interview, from the go-live date on.</summary>
    public static SweepPage Missing(PluginRun run, string cursor)
    {
        var query = Opportunities(cursor);
        query.Criteria.AddCondition(Opportunity.StateCode, ConditionOperator.In, (int)OpportunityState.Won, (int)OpportunityState.Lost);
        if (PolicyRow.Read(run.Org).GoLive is { } goLive)
        {
            Since(query, Opportunity.ActualCloseDate, goLive);
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

    /// <summary>Closed opportunities whose current interview tells the other outcome: reopened and closed again, and nothing noticed.</summary>
    public static SweepPage Turned(PluginRun run, string cursor)
    {
        var query = Opportunities(cursor);
        var turned = query.Criteria.AddFilter(LogicalOperator.Or);
        Turned(turned, OpportunityState.Won, Outcome.Lost);
        Turned(turned, OpportunityState.Lost, Outcome.Won);
        CurrentInterviews(query, JoinOperator.Inner);
        return Reconcile(run, query, Opportunity.Id);
    }

    /// <summary>
    /// Opportunities with a close row of the last 35 days that no interview is for. Older ones are left to a full
    /// reconciliation: a sweep runs every hour and must not walk through all of history.
    /// </summary>
    public static SweepPage Unserved(PluginRun run, string cursor)
    {
        var query = new QueryExpression(OpportunityClose.Table) { ColumnSet = new ColumnSet(OpportunityClose.OpportunityId), TopCount = PageSize };
        query.Criteria.AddCondition(OpportunityClose.CreatedOn, ConditionOperator.GreaterThan, run.Now - Recent);
        query.Criteria.AddCondition(OpportunityClose.OpportunityId, ConditionOperator.NotNull);
        var policy = PolicyRow.Read(run.Org);
        if (policy.GoLive is { } goLive)
        {
            Since(query, OpportunityClose.ActualEnd, BusinessDate.Begin(goLive, policy.Zone()));
        }

        After(query, OpportunityClose.Id, cursor);
        var closes = run.Org.RetrieveMultiple(query).Entities;
        var served = ServedCloses(run.Org, closes.Select(row => row.Id).ToList());
        var unserved = closes.Where(row => !served.Contains(row.Id)).Select(row => row.GetAttributeValue<EntityReference>(OpportunityClose.OpportunityId)!.Id).Distinct();
        return Reconcile(run, unserved.ToList(), closes.Count == PageSize ? closes[PageSize - 1].Id : null, closes.Count);
    }

    private static void Since(QueryExpression query, string column, DateTime goLive)
    {
        var since = query.Criteria.AddFilter(LogicalOperator.Or);
        since.AddCondition(column, ConditionOperator.GreaterEqual, goLive);
        since.AddCondition(column, ConditionOperator.Null);
    }

    private static void Turned(FilterExpression filter, OpportunityState state, Outcome outcome)
    {
        var both = filter.AddFilter(LogicalOperator.And);
        both.AddCondition(Opportunity.StateCode, ConditionOperator.Equal, (int)state);
        both.AddCondition(InterviewAlias, Interview.Outcome, ConditionOperator.Equal, Choices.Stored((int)outcome).Value);
    }

    private static HashSet<Guid> ServedCloses(IOrganizationService org, List<Guid> closes)
    {
        if (closes.Count == 0)
        {
            return [];
        }

        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.CloseKey, Interview.LateCloseKey) };
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AddCondition(Interview.CloseKey, ConditionOperator.In, [.. closes.Select(CloseKeys.Of)]);
        query.Criteria.AddCondition(Interview.LateCloseKey, ConditionOperator.In, [.. closes.Select(close => close.ToString("D"))]);
        var interviews = org.RetrieveMultiple(query).Entities;
        var byKey = interviews.Select(row => CloseKeys.CloseIdOf(row.GetAttributeValue<string>(Interview.CloseKey) ?? "")).OfType<Guid>();
        var late = interviews.Select(row => row.GetAttributeValue<string>(Interview.LateCloseKey)).OfType<string>().Select(Guid.Parse);
        return [.. byKey, .. late];
    }

    private static QueryExpression Opportunities(string cursor)
    {
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(false), TopCount = PageSize, Distinct = true };
        query.ColumnSet.AddColumn(Opportunity.Id);
        After(query, Opportunity.Id, cursor);
        return query;
    }

    private static void After(QueryExpression query, string id, string cursor)
    {
        query.AddOrder(id, OrderType.Ascending);
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(id, ConditionOperator.GreaterThan, Guid.Parse(cursor));
        }
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
        return Reconcile(run, found, found.Count == PageSize ? found[PageSize - 1] : null, found.Count);
    }

    private static SweepPage Reconcile(PluginRun run, List<Guid> opportunities, Guid? next, int found) =>
        new(next?.ToString("D"), found, opportunities.Sum(opportunity => Reconcile(run, opportunity)));

    // One that cannot be put right must not keep the others from it, at every sweep to come. Where the call runs in a
    // transaction the fault has ended that, whatever is caught here; where it does not, only this opportunity is left.
    private static int Reconcile(PluginRun run, Guid opportunity)
    {
        try
        {
            return InterviewReconciliation.Reconcile(run.Org, opportunity, run.Now, bySweep: true).Rows;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            run.Trace("opportunity " + opportunity.ToString("D") + ": " + fault.Message);
            return 0;
        }
    }
}
