namespace CrmExtensions.Insights;

/// <summary>How far people have come with a card (product.md 5.4, wl_insight); the numbers are stored, as offsets of the choice.</summary>
public enum CardStatus
{
    NotInterpreted = 0,
    Interpreted = 1,
    Featured = 2,

    /// <summary>The interview is no longer shared; the card is emptied, so that readers see that there was one.</summary>
    Withdrawn = 3,
}
