using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>Holds a move of an interview to the state machine of product.md 5.2, and keeps the books of it.</summary>
internal static class MoveGuard
{
    public static void Apply(PluginRun run, InterviewChange change)
    {
        var after = change.After();
        var policy = PolicyRow.Read(run.Org);
        var today = BusinessDate.Of(run.Now, policy.Zone());
        var children = InterviewChildren.Read(run.Org, change.Before.Id);
        var answers = Answers.Of(after, children);
        run.Refuse(StatusMoves.Judge(change.From, change.To, Facts(run, change, after, answers, policy, today)));
        switch (change.To)
        {
            case InterviewStatus.Submitted:
                run.Refuse(Requirements.Refuse(Requirements.ForSubmit(answers, today)));
                AnswerBook.Settle(run, change, answers, children, policy);
                break;
            case InterviewStatus.Completed or InterviewStatus.CompletedWaived:
                // Reasons and evidence may have gone since it was submitted.
                run.Refuse(Requirements.Refuse(Requirements.ForCompletion(answers, today)));
                AnswerBook.Settle(run, change, answers, children, policy);
                break;
        }

        MoveBook.Keep(run, change, after, today);
    }

    /// <summary>A change of what is submitted already has to stand up to what a submission does: nothing vague gets past the guard by a later save.</summary>
    public static void SubmitAnew(PluginRun run, InterviewChange change)
    {
        var policy = PolicyRow.Read(run.Org);
        var children = InterviewChildren.Read(run.Org, change.Before.Id);
        var answers = Answers.Of(change.After(), children);
        run.Refuse(Requirements.Refuse(Requirements.ForSubmit(answers, BusinessDate.Of(run.Now, policy.Zone()))));
        AnswerBook.Settle(run, change, answers, children, policy);
    }

    private static MoveFacts Facts(PluginRun run, InterviewChange change, Entity after, InterviewAnswers answers, Policy policy, DateTime today) => new()
    {
        By = MoversOf(run, change, policy, today),
        HearingRecorded = answers.HasHearing,
        WaiverApproved = answers.HearingWaived,
        Band = Answers.ChoiceOf(after, Interview.SpecificityBand),
        HasReason = change.IsPurged || !string.IsNullOrWhiteSpace(after.GetAttributeValue<string>(Interview.OutOfScopeReason)),
        OpportunityIsOpen = change.To == InterviewStatus.Superseded && IsOverridden(run.Org, change.Before),
    };

    private static Movers MoversOf(PluginRun run, InterviewChange change, Policy policy, DateTime today)
    {
        if (change.IsRuledOutByPolicy)
        {
            return Movers.Policy;
        }

        var user = run.Context.InitiatingUserId;
        var owner = change.Before.GetAttributeValue<EntityReference>(Interview.OwnerId)!;
        var movers = owner.Id == user ? Movers.Owner : Movers.None;
        var takesManager = StatusMoves.All.Any(move => move.From == change.From && move.To == change.To && move.Who.HasFlag(Movers.Manager));
        if (!takesManager)
        {
            return movers;
        }

        var reviewers = ReviewersOf.Owner(run.Org, owner.Id, today, policy);
        return reviewers.Manager == user || reviewers.Delegates.Contains(user) || reviewers.Heads.Contains(user) || reviewers.ProgramOwners.Contains(user)
            ? movers | Movers.Manager
            : movers;
    }

    private static bool IsOverridden(IOrganizationService org, Entity interview) =>
        interview.GetAttributeValue<EntityReference>(Interview.OpportunityId) is { } opportunity
        && ClosingRecord.Read(org, opportunity.Id) is { } record
        && InterviewLedger.ToSupersede(record.History).Contains(interview.Id);
}
