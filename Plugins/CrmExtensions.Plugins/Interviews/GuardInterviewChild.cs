using CrmExtensions.Framework;
using CrmExtensions.Privacy;
using CrmExtensions.Proof;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using CrmExtensions.Waivers;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>
/// What hangs below an interview is locked with it and has rules of its own (product.md 6, B8 and B9); and whenever it changes, the
/// interview is marked, so that whatever counts or copies it sees the change.
/// </summary>
/// <remarks>Two service calls for a reason or competitor, three for evidence or a request for a waiver, four for its decision.</remarks>
[Step(Message.Create, InterviewReason.Table, Stage.PreOperation)]
[Step(Message.Update, InterviewReason.Table, Stage.PreOperation, PreImageOfAll = true)]
[Step(Message.Delete, InterviewReason.Table, Stage.PreOperation, PreImageOfAll = true)]
[Step(Message.Create, InterviewCompetitor.Table, Stage.PreOperation)]
[Step(Message.Update, InterviewCompetitor.Table, Stage.PreOperation, PreImageOfAll = true)]
[Step(Message.Delete, InterviewCompetitor.Table, Stage.PreOperation, PreImageOfAll = true)]
[Step(Message.Create, Tables.Evidence.Table, Stage.PreOperation)]
[Step(Message.Update, Tables.Evidence.Table, Stage.PreOperation, PreImageOfAll = true)]
[Step(Message.Delete, Tables.Evidence.Table, Stage.PreOperation, PreImageOfAll = true)]
[Step(Message.Create, Waiver.Table, Stage.PreOperation)]
[Step(Message.Update, Waiver.Table, Stage.PreOperation, PreImageOfAll = true)]
[Step(Message.Delete, Waiver.Table, Stage.PreOperation, PreImageOfAll = true)]
public sealed class GuardInterviewChild : Plugin
{
    protected override void Run(PluginRun run)
    {
        var child = ChildChange.Of(run);
        // Without its interview nothing would guard it, and it could come back as something else.
        if (child.Target is not null && child.After<EntityReference>(ChildChange.ParentColumn) is null)
        {
            run.Refuse(new Refusal(Text.ChildNeedsInterview));
        }

        foreach (var parent in child.Parents)
        {
            var interview = ParentInterview.Read(run.Org, parent);
            if (interview is null)
            {
                continue;
            }

            // What a purge empties is emptied, locked or not, whoever does it; and so is evidence whose time is over.
            if (!(interview.IsPurged && child.OnlyEmpties) && !EvidenceGuard.IsEmptiedInTime(run, child))
            {
                Judge(run, child, interview);
            }

            run.Org.Update(Mark(run, child, parent));
        }
    }

    private static void Judge(PluginRun run, ChildChange child, ParentInterview interview)
    {
        if (interview.IsPurged && PersonalColumns.FilledIn(child.Changes).Count > 0)
        {
            run.Refuse(new Refusal(Text.InterviewIsPurged));
        }

        if (!KnownCompetitor.Names(run.Org, child, interview))
        {
            run.Refuse(InterviewStatuses.JudgeChange(interview.Status));
        }

        switch (child.Table)
        {
            case Waiver.Table:
                WaiverGuard.Apply(run, child, interview);
                break;
            case Tables.Evidence.Table:
                EvidenceGuard.Apply(run, child, interview);
                break;
        }
    }

    private static Entity Mark(PluginRun run, ChildChange child, Guid parent)
    {
        var row = new Entity(Interview.Table, parent) { [Interview.ChildStamp] = run.Now };
        if (child.Table == Tables.Evidence.Table && child.Target is not null && child.ChoiceAfter(Tables.Evidence.Type) is { } type && EvidenceGrades.IsRecord((EvidenceType)type))
        {
            row[Interview.HasRecord] = true;
        }

        return row.ByServer();
    }
}
