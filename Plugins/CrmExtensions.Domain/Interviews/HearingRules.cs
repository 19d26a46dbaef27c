using CrmExtensions.Texts;
using static CrmExtensions.Interviews.RequirementRule;

namespace CrmExtensions.Interviews;

/// <summary>What the customer's account must answer, in the order of the form (product.md 5.2, Part B).</summary>
internal static class HearingRules
{
    public static IReadOnlyList<RequirementRule> All { get; } =
    [
        Ask(InterviewField.HeardOn, Text.AskHeardOn, answers => answers.HeardOn is null),
        Ask(InterviewField.HeardOn, Text.AskHeardOnNotInFuture, (answers, today) => answers.HeardOn?.Date > today.Date),
        AskFrom(InterviewField.HeardOn, Text.AskHeardOnAfterStart, answers => answers.HeardOn?.Date < answers.EarliestOn?.Date ? answers.EarliestOn : null),
        Ask(InterviewField.HeardChannel, Text.AskHeardChannel, answers => answers.HeardChannel is null),
        Ask(InterviewField.Interviewer, Text.AskInterviewer, answers => !answers.InterviewerSet),
        Ask(InterviewField.InterviewerType, Text.AskInterviewerType, answers => answers.InterviewerType is null),
        Ask(InterviewField.Respondent, Text.AskRespondent, answers => !answers.RespondentSet),
        Ask(InterviewField.RespondentRole, Text.AskRespondentRole, answers => answers.RespondentRole is null),
        Ask(InterviewField.MomentStage, Text.AskMomentStage, answers => answers.MomentStage is null),
        Ask(InterviewField.MomentTrigger, Text.AskMomentTrigger, answers => answers.MomentTrigger is null),
        Ask(InterviewField.MomentOn, Text.AskMomentNotInFuture, (answers, today) => answers.MomentOn?.Date > today.Date),
        Ask(InterviewField.Narrative, Text.AskNarrative, answers => !IsOtherMoment(answers) && WrittenLength.IsBlank(answers.Narrative)),
        Ask(InterviewField.Narrative, Text.AskNarrativeOfOther, answers => IsOtherMoment(answers) && WrittenLength.IsBlank(answers.Narrative)),
        Ask(InterviewField.DecidingRemark, Text.AskDecidingRemark, answers => answers.HasRemark && WrittenLength.IsBlank(answers.DecidingRemark)),
        Ask(InterviewField.SpeakerSide, Text.AskSpeakerSide, answers => answers.HasRemark && answers.SpeakerSide is null),
        Ask(InterviewField.SpeakerRole, Text.AskSpeakerRole, answers => answers.HasRemark && answers.SpeakerRole is null),
        Ask(InterviewField.CustomerReason, Text.AskCustomerReason, answers => answers.PrimariesOf(Perspective.Customer) == 0),
        Ask(InterviewField.CustomerReason, Text.AskOneCustomerReason, answers => answers.PrimariesOf(Perspective.Customer) > 1),
        AskDetail(InterviewField.CustomerReasonRows, Perspective.Customer),
        Ask(InterviewField.SamePriceChoice, Text.AskSamePrice, answers => answers.NeedsPriceAnswers && answers.SamePriceChoice is null),
        Ask(InterviewField.PriceKind, Text.AskPriceKind, answers => answers.NeedsPriceAnswers && answers.PriceKind is null),
        Ask(InterviewField.WhatWouldChange, Text.AskWhatWouldChange, answers => answers.IsLost && WrittenLength.IsBlank(answers.WhatWouldChange)),
        Ask(InterviewField.Reapproach, Text.AskReapproach, answers => answers.IsLost && answers.Reapproach is null),
        Ask(InterviewField.ReapproachOn, Text.AskReapproachOn, answers => answers.IsLost && answers.Reapproach == Choice.ReapproachLater && answers.ReapproachOn is null),
        Ask(InterviewField.ReapproachOn, Text.AskReapproachOnAfterHearing, IsReapproachBeforeHearing),
        Ask(InterviewField.Reproducibility, Text.AskReproducibility, answers => !answers.IsLost && answers.Reproducibility is null),
        Ask(InterviewField.Conditions, Text.AskConditions, answers => !answers.IsLost && IsReproducible(answers) && WrittenLength.IsBlank(answers.Conditions)),
    ];

    // A hearing in the future is asked for above, and nothing is measured by it.
    private static bool IsReapproachBeforeHearing(InterviewAnswers answers, DateTime today) =>
        answers.IsLost && answers.Reapproach == Choice.ReapproachLater && answers.HeardOn?.Date <= today.Date && answers.ReapproachOn?.Date < answers.HeardOn?.Date;

    private static bool IsOtherMoment(InterviewAnswers answers) =>
        answers.MomentStage == Choice.OtherMoment || answers.MomentTrigger == Choice.OtherMoment;

    private static bool IsReproducible(InterviewAnswers answers) =>
        answers.Reproducibility is Choice.Reproducible or Choice.ReproducibleUnderConditions;
}
