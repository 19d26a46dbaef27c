using CrmExtensions.Texts;

namespace CrmExtensions.Insights;

/// <summary>People may say what follows from a card, and feature it; all else is the server's (architecture.md 4, S7; product.md 4, row 15).</summary>
public static class CardRules
{
    /// <summary>Why a change by a person is refused; empty where it is not.</summary>
    public static Refusal? Judge(CardEdit edit)
    {
        if (edit.Fixed.Count > 0)
        {
            return new Refusal(Text.CardIsFixed, string.Join(", ", edit.Fixed));
        }

        if (edit.StatusBefore == CardStatus.Withdrawn)
        {
            return new Refusal(Text.CardIsWithdrawn);
        }

        return edit.Status switch
        {
            CardStatus.Withdrawn => new Refusal(Text.CardIsNotYoursToWithdraw),
            CardStatus.Interpreted or CardStatus.Featured when !edit.IsInterpreted => new Refusal(Text.CardNeedsSoWhat),
            _ => null,
        };
    }

    /// <summary>Refuses what was made from an older version of the interview, or of the settings, than what is stored.</summary>
    public static Refusal? JudgeVersion(string? stored, string version) =>
        string.CompareOrdinal(stored ?? "", version) > 0 ? new Refusal(Text.CardIsNewer) : null;

    /// <summary>The status after a change that is not refused: a card with a so-what is interpreted, one without is not, and only a person features it.</summary>
    public static CardStatus StatusAfter(CardEdit edit) =>
        !edit.IsInterpreted ? CardStatus.NotInterpreted
        : (edit.Status ?? edit.StatusBefore) == CardStatus.Featured ? CardStatus.Featured
        : CardStatus.Interpreted;

    /// <summary>The status of a card that is shared again, or for the first time.</summary>
    /// <param name="before">What it was; empty for a new one.</param>
    /// <param name="soWhat">What people have written about it.</param>
    public static CardStatus StatusWhenShared(CardStatus? before, string? soWhat) =>
        StatusAfter(new CardEdit { StatusBefore = before ?? CardStatus.NotInterpreted, SoWhatBefore = soWhat });
}
