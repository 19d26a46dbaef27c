namespace CrmExtensions.Specificity;

internal static class EnglishQuestions
{
    public const string Scene = "In which meeting was it, who spoke, and what exactly was said?";

    public static IReadOnlyDictionary<Element, string> Texts { get; } = new Dictionary<Element, string>
    {
        [Element.E1] = "When was that, and on which occasion (a meeting, a presentation, a demo)?",
        [Element.E2] = "Whose view was it, and what is that person's part in the decision?",
        [Element.E3] = "At which stage did they change their mind, and what moved them?",
        [Element.E4] = "Which words tipped it, exactly as they were said (at least 4 words)?",
        [Element.E5] = "What happened then, step by step, and how did each person react (at least 30 words)?",
        [Element.E6] = "What was different compared with the other option? If you could propose again, what would you change?",
        [Element.E7] = "Is there a date, an amount, a period or another number to it?",
        [Element.E8] = "Is there a recording, are there minutes, an e-mail or notes with the customer's own words?",
    };
}
