using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;

namespace CrmExtensions.Closing;

/// <summary>Nobody over the overdue limit closes a further deal, where the policy says so (product.md 6, B2).</summary>
/// <remarks>
/// At most two service calls an event where nothing is refused, one more for the language of a refusal; Win and Lose may raise
/// the creation of the close row too. These come on top of a close's own, so the steps stay disabled until the policy wants
/// them. Before the transaction, so that a refusal locks nothing.
/// </remarks>
[Step(Message.Win, Opportunity.Table, Stage.PreValidation, Late = true, Gate = true)]
[Step(Message.Lose, Opportunity.Table, Stage.PreValidation, Late = true, Gate = true)]
[Step(Message.Create, OpportunityClose.Table, Stage.PreValidation, Gate = true)]
public sealed class RefuseCloseOverLimit : Plugin
{
    protected override void Run(PluginRun run)
    {
        var policy = PolicyRow.Read(run.Org);
        if (policy.Enforcement == Enforcement.Block)
        {
            run.Refuse(OverdueGate.Judge(OverdueInterviews.Of(run.Org, run.Context.InitiatingUserId), policy));
        }
    }
}
