using CrmExtensions.Calendar;

namespace CrmExtensions.Insights;

/// <summary>How much a card may tell so that at least k customers could be meant (product.md 14, 12).</summary>
/// <remarks>
/// First the industry becomes its group and the month its half year; then, in this order, go product line, segment, value band, competitor, business
/// unit, industry group and the half year: what narrows most and teaches least goes first. In the end only the outcome is told.
/// </remarks>
public static class Anonymity
{
    private static readonly Func<CardAttributes, int, CardAttributes>[] Steps =
    [
        (card, _) => card with { Industry = null },
        (card, fiscalStartMonth) => card with { When = HalfOf(card.When, fiscalStartMonth) },
        (card, _) => card with { ProductLine = null },
        (card, _) => card with { Segment = null },
        (card, _) => card with { ValueBand = null },
        (card, _) => card with { Competitor = null },
        (card, _) => card with { BusinessUnit = null },
        (card, _) => card with { IndustryGroup = null },
        (card, _) => card with { When = null },
    ];

    /// <summary>The attributes and what becomes of them step by step, the last with nothing but the outcome; a step that changes nothing is left out.</summary>
    public static IReadOnlyList<CardAttributes> Ladder(CardAttributes attributes, int fiscalStartMonth)
    {
        var ladder = new List<CardAttributes> { attributes };
        foreach (var step in Steps)
        {
            var next = step(ladder[ladder.Count - 1], fiscalStartMonth);
            if (next != ladder[ladder.Count - 1])
            {
                ladder.Add(next);
            }
        }

        return ladder;
    }

    /// <summary>The first rung of the ladder that at least <paramref name="k"/> customers share; the last, if none does.</summary>
    /// <param name="card">The attributes of the deal that the card is about.</param>
    /// <param name="k">How many customers it takes; 1 and below leave the attributes as they are.</param>
    /// <param name="fiscalStartMonth">1-12.</param>
    /// <param name="customers">
    /// How many customers have a deal that a card with these attributes could be about, the card's own among them; it need not count beyond k. Not asked
    /// about the last rung, nor where it makes no difference.
    /// </param>
    public static CardAttributes Choose(CardAttributes card, int k, int fiscalStartMonth, Func<CardAttributes, int> customers)
    {
        if (k <= 1)
        {
            return card;
        }

        var ladder = Ladder(card, fiscalStartMonth);
        var last = ladder[ladder.Count - 1];
        return ladder.FirstOrDefault(rung => rung == last || customers(rung) >= k) ?? last;
    }

    private static Period? HalfOf(Period? when, int fiscalStartMonth) =>
        when is { Grain: Grain.Month } ? Period.Holding(when.Start, Grain.Half, fiscalStartMonth) : when;
}
