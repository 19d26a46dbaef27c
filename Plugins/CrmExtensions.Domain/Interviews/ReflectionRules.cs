using CrmExtensions.Texts;
using static CrmExtensions.Interviews.RequirementRule;

namespace CrmExtensions.Interviews;

/// <summary>What the seller's own reflection must answer, in the order of the form (product.md 5.2, Part A).</summary>
internal static class ReflectionRules
{
    public static IReadOnlyList<RequirementRule> All { get; } =
    [
        Ask(InterviewField.LossOutcome, Text.AskLossOutcome, answers => answers.IsLost && answers.LossOutcome is null),
        Ask(InterviewField.Winner, Text.AskWinner, answers => LostToCompetitor(answers) && Winners(answers) == 0),
        Ask(InterviewField.Winner, Text.AskOneWinner, answers => LostToCompetitor(answers) && Winners(answers) > 1),
        Ask(InterviewField.Contest, Text.AskContest, answers => answers.Contest is null),
        Ask(InterviewField.ContestPattern, Text.AskContestPattern, answers => answers.Contest == Choice.CloseContest && answers.ContestPattern is null),
        Ask(InterviewField.SellerReason, Text.AskSellerReason, answers => answers.SellerReason is null),
        Ask(InterviewField.SellerReasonRows, Text.AskSecondarySellerReasons, answers => answers.PrimariesOf(Perspective.Seller) > 0),
        AskDetail(InterviewField.SellerReasonRows, Perspective.Seller),
        Ask(InterviewField.SellerMomentStage, Text.AskSellerMomentStage, answers => answers.SellerMomentStage is null),
        AskDetailInNote(),
    ];

    /// <summary>With the hearing waived the note carries the whole record; one that must have detail is asked for it above.</summary>
    public static RequirementRule NoteInsteadOfHearing { get; } = Ask(
        InterviewField.SellerNote,
        Text.AskSellerNote,
        answers => answers.SellerReason is not { RequiresDetail: true } && WrittenLength.IsBlank(answers.SellerNote));

    private static bool LostToCompetitor(InterviewAnswers answers) => answers.IsLost && answers.LossOutcome == Choice.LostToCompetitor;

    private static int Winners(InterviewAnswers answers) => answers.Competitors.Count(row => row is { IsWinner: true, IsNamed: true });
}
