using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Waivers;

/// <summary>A real hearing cancels what was asked or granted instead of it (product.md 5.4, wl_waiver).</summary>
[Step(Message.Update, Interview.Table, Stage.Asynchronous, Columns = [Interview.HeardOn, Interview.HeardChannel])]
public sealed class CancelWaiversAfterHearing : Plugin
{
    protected override void Run(PluginRun run)
    {
        if (ParentInterview.Read(run.Org, run.RowId) is not { HasHearing: true } interview || InterviewStatuses.IsLocked(interview.Status))
        {
            return;
        }

        var query = new QueryExpression(Waiver.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(Waiver.InterviewId, ConditionOperator.Equal, interview.Id);
        query.Criteria.AddCondition(Waiver.Decision, ConditionOperator.In, Waiver.DecisionOption.Requested, Waiver.DecisionOption.Approved);
        foreach (var waiver in run.Org.RetrieveMultiple(query).Entities)
        {
            run.Org.Update(new Entity(Waiver.Table, waiver.Id) { [Waiver.Decision] = Choices.Stored((int)WaiverStatus.CancelledByHearing) });
        }
    }
}
