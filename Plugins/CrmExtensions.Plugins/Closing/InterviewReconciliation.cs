using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Closing;

/// <summary>
/// Brings the interviews of one opportunity in line with its closes, after the fact: for asynchronous steps and the sweep.
/// Several may run at once on one opportunity, so a key taken by another is a success.
/// </summary>
internal static class InterviewReconciliation
{
    // What is read may be overtaken while it is acted on; a few rounds settle any real interleaving, the sweep the rest.
    private const int MostRounds = 8;

    /// <summary>What it did; nothing when all was right, which costs one service call.</summary>
    public static Repairs Reconcile(IOrganizationService org, Guid opportunityId, DateTime now, bool bySweep)
    {
        var done = new Repairs();
        for (var round = 0; round < MostRounds; round++)
        {
            var record = ClosingRecord.Read(org, opportunityId);
            if (record is null || record.History.IsSettled)
            {
                return done with { IsSettled = true };
            }

            var changed = new Repairs(Relinked: record.History.Interviews.Count == 0 ? Relink(org, opportunityId) : 0);
            changed = changed.Rows > 0 ? changed : Repair(org, record, now, bySweep);
            if (changed.Rows == 0)
            {
                break;
            }

            done = done.Then(changed);
        }

        return done;
    }

    /// <summary>Sets the lookup of interviews that lost it when their opportunity was deleted, and came back when it was restored.</summary>
    public static int Relink(IOrganizationService org, Guid opportunityId)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Interview.OpportunityKey, ConditionOperator.Equal, opportunityId.ToString("D"));
        query.Criteria.AddCondition(Interview.OpportunityId, ConditionOperator.Null);
        var lost = org.RetrieveMultiple(query).Entities;
        foreach (var interview in lost)
        {
            org.Update(new Entity(Interview.Table, interview.Id)
            {
                [Interview.OpportunityId] = new EntityReference(Opportunity.Table, opportunityId),
            }.ByServer());
        }

        return lost.Count;
    }

    private static Repairs Repair(IOrganizationService org, ClosingRecord record, DateTime now, bool bySweep)
    {
        var policy = PolicyRow.Read(org);
        var made = 0;
        foreach (var planned in InterviewLedger.Missing(Knowing(org, record), now, policy.Zone()))
        {
            var row = NewInterview.Row(planned, record, policy, now, Closer(record, planned));
            if (bySweep)
            {
                row[Interview.ClosedVia] = new OptionSetValue(Interview.ClosedViaOption.Sweep);
            }

            made += org.TryCreate(row) ? 1 : 0;
        }

        var lateRows = InterviewLedger.LateRows(record.History, now, policy.Zone());
        foreach (var late in lateRows)
        {
            // The token has it prepared once more: the row may name a competitor.
            org.Update(new Entity(Interview.Table, late.InterviewId)
            {
                [Interview.LateCloseKey] = late.CloseId.ToString("D"),
                [Interview.PreparationToken] = late.CloseId.ToString("D"),
            }.ByServer());
        }

        var superseded = InterviewLedger.ToSupersede(record.History);
        foreach (var interview in superseded)
        {
            org.Update(Supersession.Of(interview));
        }

        return new Repairs(Made: made, Superseded: superseded.Count, LateRows: lateRows.Count);
    }

    private static ClosingHistory Knowing(IOrganizationService org, ClosingRecord record)
    {
        var history = record.History;
        foreach (var close in history.Closes.Where(row => row.Outcome is null))
        {
            var reason = record.OfClose<OptionSetValue>(close.Id, OpportunityClose.OpportunityStatusCode);
            history = reason is null ? history : history.Knowing(close, StatusReasons.OutcomeOf(org, reason.Value));
        }

        return history;
    }

    // Nobody is initiating anything here: the author of the close row closed the deal; without one its owner answers for it.
    private static Guid Closer(ClosingRecord record, PlannedInterview planned) =>
        (record.OfClose<EntityReference>(planned.CloseId, OpportunityClose.CreatedBy)
            ?? record.Opportunity.GetAttributeValue<EntityReference>(Opportunity.OwningUser)
            ?? record.Opportunity.GetAttributeValue<EntityReference>(Opportunity.ModifiedBy))!.Id;
}
