using CrmExtensions.Calendar;
using CrmExtensions.Rollups;

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

    // What is not told fits every deal: the reader cannot tell left out from unknown.
    private static readonly Func<CardAttributes, Named?>[] Values =
    [
        card => card.Industry, card => card.IndustryGroup, card => card.BusinessUnit, card => card.Segment,
        card => card.ProductLine, card => card.ValueBand, card => card.Competitor,
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

    /// <summary>The first rung of the ladder that fits at least <paramref name="k"/> customers; the last, if none does.</summary>
    /// <param name="card">The deal that the card is about.</param>
    /// <param name="others">Deals of the card's half year, in any order; the card's own may be among them.</param>
    /// <param name="k">How many customers it takes; 1 and below leave the attributes as they are.</param>
    /// <param name="fiscalStartMonth">1-12.</param>
    public static CardAttributes Choose(CardRow card, IEnumerable<CardRow> others, int k, int fiscalStartMonth)
    {
        var ladder = Ladder(card.Attributes, fiscalStartMonth);
        var firstOf = FirstRungs(ladder, others.Concat([card]));
        var rung = 0;
        while (rung < ladder.Count - 1 && k > 1 && firstOf.Values.Count(first => first <= rung) < k)
        {
            rung++;
        }

        return ladder[rung];
    }

    /// <summary>Whether a deal could be the one that a card with these attributes is about.</summary>
    public static bool Fits(CardAttributes told, CardAttributes deal) =>
        told.Outcome == deal.Outcome
        && (told.When is null || (deal.When is { } when && told.When.Start <= when.Start && when.LastDay <= told.When.LastDay))
        && Array.TrueForAll(Values, value => value(told) is null || value(told)!.Value == value(deal)?.Value);

    // What fits a rung fits all above it, so the first one tells all.
    private static Dictionary<Guid, int> FirstRungs(IReadOnlyList<CardAttributes> ladder, IEnumerable<CardRow> rows)
    {
        var firstOf = new Dictionary<Guid, int>();
        foreach (var row in rows)
        {
            var rung = 0;
            while (rung < ladder.Count && !Fits(ladder[rung], row.Attributes))
            {
                rung++;
            }

            if (row.Customer is { } customer && rung < ladder.Count)
            {
                firstOf[customer] = firstOf.TryGetValue(customer, out var known) ? Math.Min(known, rung) : rung;
            }
        }

        return firstOf;
    }

    private static Period? HalfOf(Period? when, int fiscalStartMonth) =>
        when is { Grain: Grain.Month } ? Period.Holding(when.Start, Grain.Half, fiscalStartMonth) : when;
}
