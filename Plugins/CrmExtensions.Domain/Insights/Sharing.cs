namespace CrmExtensions.Insights;

/// <summary>
/// What of an interview stands on its card. The card has one audience, everybody, so a level below that shares less rather than with
/// fewer people. It depends on the interview as it is now and on nothing before, so that events may come in any order.
/// </summary>
public enum Sharing
{
    /// <summary>No card, or a withdrawn one.</summary>
    Nothing,

    /// <summary>The moment and the figures, but no word of the customer.</summary>
    WithoutWords,

    /// <summary>The customer's words too, redacted.</summary>
    WithWords,
}
