using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>All that is missing at once, in the order of the form (product.md 5.2).</summary>
public static class Requirements
{
    /// <summary>Of the seller's reflection, which no waiver lifts.</summary>
    public static IReadOnlyList<Requirement> PartA(InterviewAnswers answers, DateTime today) => Missing(ReflectionRules.All, answers, today);

    /// <summary>Of the customer's account; nothing where the hearing is waived and did not take place after all.</summary>
    public static IReadOnlyList<Requirement> PartB(InterviewAnswers answers, DateTime today) =>
        answers.NeedsHearing ? Missing(HearingRules.All, answers, today) : [];

    /// <summary>For an interview to be submitted.</summary>
    public static IReadOnlyList<Requirement> ForSubmit(InterviewAnswers answers, DateTime today)
    {
        var note = answers.NeedsHearing ? [] : ReflectionRules.NoteInsteadOfHearing.Missing(answers, today);
        return [.. PartA(answers, today), .. note, .. PartB(answers, today)];
    }

    /// <summary>For an interview to be completed.</summary>
    public static IReadOnlyList<Requirement> ForCompletion(InterviewAnswers answers, DateTime today) =>
        [.. ForSubmit(answers, today), .. Missing(CompletionRules.All, answers, today)];

    /// <summary>The refusal that asks every question; empty where nothing is missing.</summary>
    public static Refusal? Refuse(IReadOnlyList<Requirement> missing) => Refusal.Listing(Text.StillMissing, missing.Select(requirement => requirement.Question));

    private static List<Requirement> Missing(IReadOnlyList<RequirementRule> rules, InterviewAnswers answers, DateTime today) =>
        rules.SelectMany(rule => rule.Missing(answers, today)).ToList();
}
