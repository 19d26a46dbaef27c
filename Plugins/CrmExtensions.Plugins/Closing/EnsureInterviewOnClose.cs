using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Closing;

/// <summary>Writes the interview in the transaction that closes the deal: if it cannot be written, the deal is not closed (product.md B1).</summary>
/// <remarks>
/// The event that comes first makes three service calls, one more where the row gives only a status reason while the
/// opportunity is still open; a second event of the same close makes one.
/// </remarks>
[Step(Message.Create, OpportunityClose.Table, Stage.PostOperation, PostImage = [OpportunityClose.Id, OpportunityClose.OpportunityId])]
[Step(Message.Win, Opportunity.Table, Stage.PostOperation, Late = true)]
[Step(Message.Lose, Opportunity.Table, Stage.PostOperation, Late = true)]
public sealed class EnsureInterviewOnClose : Plugin
{
    protected override void Run(PluginRun run)
    {
        if (ClosingEvent.Opportunity(run) is not { } opportunityId || ClosingRecord.Read(run.Org, opportunityId) is not { } record)
        {
            return;
        }

        if (CloseOf(run, record.History) is not { } close || record.History.InterviewOf(close) is not null)
        {
            return;
        }

        var history = record.History.Knowing(close, OutcomeOf(run, record, close));
        var policy = PolicyRow.Read(run.Org);
        var planned = InterviewLedger.ForClosing(history, close.Id, run.Now, policy.Zone());
        if (planned is not null)
        {
            run.Org.Create(NewInterview.Row(planned, record, policy, run.Now, run.Context.InitiatingUserId));
        }
    }

    // Win and Lose may give no id for the row they write, so there it is the opportunity's newest.
    private static CloseRow? CloseOf(PluginRun run, ClosingHistory history) =>
        run.Context.PrimaryEntityName == OpportunityClose.Table ? history.Closes.FirstOrDefault(row => row.Id == run.RowId) : history.NewestClose;

    private static Outcome? OutcomeOf(PluginRun run, ClosingRecord record, CloseRow close)
    {
        var known = close.Outcome ?? ClosingEvent.Outcome(run) ?? record.History.OutcomeByState;
        var reason = record.OfClose<OptionSetValue>(close.Id, OpportunityClose.OpportunityStatusCode);
        return known is null && reason is not null ? StatusReasons.OutcomeOf(run.Org, reason.Value) : known;
    }
}
