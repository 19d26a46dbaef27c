using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>What a move leaves in the books: when, by whom, how long it took.</summary>
internal static class MoveBook
{
    public static void Keep(PluginRun run, InterviewChange change, Entity after, DateTime today)
    {
        var target = change.Target;
        switch (change.To)
        {
            case InterviewStatus.Submitted:
                target[Interview.FirstSubmittedOn] = change.ValueBefore(Interview.FirstSubmittedOn) ?? run.Now;
                target[Interview.PartAOn] = change.ValueBefore(Interview.PartAOn) ?? run.Now;
                break;
            case InterviewStatus.Returned:
                Reviewed(run, target);
                target[Interview.ReturnCount] = (change.Before.GetAttributeValue<int?>(Interview.ReturnCount) ?? 0) + 1;
                target[Interview.CompletedOn] = null;
                target[Interview.DaysToComplete] = null;
                target[Interview.OnTime] = null;
                break;
            case InterviewStatus.Completed or InterviewStatus.CompletedWaived:
                Reviewed(run, target);
                target[Interview.CompletedOn] = run.Now;
                target[Interview.DaysToComplete] = (today - after.GetAttributeValue<DateTime>(Interview.ClosedOn)).Days;
                NoLongerLate(target);
                target[Interview.OnTime] = today <= after.GetAttributeValue<DateTime>(Interview.DueOn);
                break;
            case InterviewStatus.OutOfScope:
                target[Interview.IsDue] = false;
                NoLongerLate(target);
                if (!change.IsRuledOutByPolicy)
                {
                    Reviewed(run, target);
                }

                break;
        }
    }

    // What is due, and everything of open interviews, is left to the sweep.
    private static void NoLongerLate(Entity target)
    {
        target[Interview.IsOverdue] = false;
        target[Interview.IsStale] = false;
    }

    private static void Reviewed(PluginRun run, Entity target)
    {
        target[Interview.ReviewerId] = new EntityReference(SystemUser.Table, run.Context.InitiatingUserId);
        target[Interview.ReviewedOn] = run.Now;
    }
}
