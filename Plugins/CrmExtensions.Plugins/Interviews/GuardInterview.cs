using CrmExtensions.Framework;
using CrmExtensions.Privacy;
using CrmExtensions.Tables;

namespace CrmExtensions.Interviews;

/// <summary>Holds every change of an interview to the rules of product.md 5.2 and B5, whoever makes it and from wherever.</summary>
/// <remarks>An ordinary save makes two service calls, a submission and a change of what is submitted four, a decision of the manager six; a refusal one more, for the language.</remarks>
[Step(Message.Update, Interview.Table, Stage.PreOperation, PreImageOfAll = true)]
public sealed class GuardInterview : Plugin
{
    protected override void Run(PluginRun run)
    {
        if (ServerWrite.IsIn(run.Target))
        {
            return;
        }

        var change = new InterviewChange(run.PreImage, run.Target);
        PutBackBookkeeping(change);
        NameTheStatus(change);
        if (change.IsPurged)
        {
            run.Refuse(PurgeRules.JudgeChange(change.From, change.To, change.TouchesAnswers || PersonalColumns.FilledIn(run.Target).Count > 0));
        }

        run.Refuse(SnapshotGuard.Judge(run.Org, change, run.IsByMerge));
        if (change.From != change.To)
        {
            MoveGuard.Apply(run, change);
        }
        else if (change.TouchesVerdict(run.Context.InitiatingUserId))
        {
            run.Refuse(InterviewStatuses.JudgeChange(change.From));
        }
        else if (change.TouchesAnswers)
        {
            run.Refuse(InterviewStatuses.JudgeChange(change.From));
            if (change.From == InterviewStatus.Submitted)
            {
                MoveGuard.SubmitAnew(run, change);
            }
            else
            {
                AnswerBook.Keep(run, change);
            }
        }
    }

    // The platform fills a state that comes alone with its default status, also where the state stays.
    private static void NameTheStatus(InterviewChange change)
    {
        if (change.From == change.To && change.Target.Contains(Interview.StateCode) && change.ValueBefore(Interview.StatusCode) is { } status)
        {
            change.Target[Interview.StatusCode] = status;
        }
    }

    private static void PutBackBookkeeping(InterviewChange change)
    {
        foreach (var column in change.Target.Attributes.Keys.Where(InterviewColumns.Bookkeeping.Contains).ToList())
        {
            change.Target[column] = change.ValueBefore(column);
        }
    }
}
