using CrmExtensions.Framework;
using CrmExtensions.Tables;

namespace CrmExtensions.Closing;

/// <summary>
/// The net under the synchronous steps: after commit, whatever closed or reopened the deal, its interviews are brought in line.
/// Catches bypassed and disabled steps, bare state updates, and restored opportunities.
/// </summary>
[Step(Message.Create, OpportunityClose.Table, Stage.Asynchronous, PostImage = [OpportunityClose.Id, OpportunityClose.OpportunityId])]
[Step(Message.Update, Opportunity.Table, Stage.Asynchronous, Columns = [Opportunity.StateCode])]
[Step(Message.Win, Opportunity.Table, Stage.Asynchronous, Late = true)]
[Step(Message.Lose, Opportunity.Table, Stage.Asynchronous, Late = true)]
[Step(Message.Restore, Opportunity.Table, Stage.Asynchronous, Late = true)]
public sealed class EnsureInterviewAfterwards : Plugin
{
    protected override void Run(PluginRun run)
    {
        if (ClosingEvent.Opportunity(run) is not { } opportunityId)
        {
            return;
        }

        if (run.Context.MessageName == Message.Restore)
        {
            InterviewReconciliation.Relink(run.Org, opportunityId);
        }

        InterviewReconciliation.Reconcile(run.Org, opportunityId, run.Now, bySweep: false);
    }
}
