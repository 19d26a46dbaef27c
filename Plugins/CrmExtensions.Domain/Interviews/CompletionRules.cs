using CrmExtensions.Texts;
using static CrmExtensions.Interviews.RequirementRule;

namespace CrmExtensions.Interviews;

/// <summary>The two sides that a complete interview brings together: data, and what was felt face to face (product.md 4, idea 11).</summary>
internal static class CompletionRules
{
    public static IReadOnlyList<RequirementRule> All { get; } =
    [
        Ask(InterviewField.MarketingSide, Text.AskMarketingSide, answers => !answers.MarketingSideDone),

        // A waiver says already that there is nothing from face to face.
        Ask(InterviewField.FaceToFaceSide, Text.AskFaceToFaceSide, answers => answers.NeedsHearing && !answers.FaceToFaceSideDone),
    ];
}
