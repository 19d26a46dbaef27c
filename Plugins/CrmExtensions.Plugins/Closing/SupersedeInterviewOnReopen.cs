using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Closing;

/// <summary>A reopened deal has no decision moment yet: its interview is superseded in the same transaction (product.md B3).</summary>
[Step(
    Message.Update,
    Opportunity.Table,
    Stage.PostOperation,
    Columns = [Opportunity.StateCode, Opportunity.StatusCode],
    PreImage = [Opportunity.StateCode],
    PostImage = [Opportunity.StateCode])]
[Step(Message.SetState, Opportunity.Table, Stage.PostOperation, Late = true)]
[Step(Message.SetStateDynamicEntity, Opportunity.Table, Stage.PostOperation, Late = true)]
public sealed class SupersedeInterviewOnReopen : Plugin
{
    protected override void Run(PluginRun run)
    {
        if (!Reopens(run))
        {
            return;
        }

        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Interview.OpportunityId, ConditionOperator.Equal, run.RowId);
        query.Criteria.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        foreach (var interview in run.Org.RetrieveMultiple(query).Entities)
        {
            run.Org.Update(Supersession.Of(interview.Id));
        }
    }

    // SetState has no images we could rely on; there the state asked for is enough, since an open deal has no current interview.
    private static bool Reopens(PluginRun run) =>
        run.Context.MessageName == Message.Update
            ? IsOpen(run.PostImage.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)!) && !IsOpen(run.PreImage.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)!)
            : IsOpen((OptionSetValue)run.Context.InputParameters["State"]);

    private static bool IsOpen(OptionSetValue state) => state.Value == (int)OpportunityState.Open;
}
