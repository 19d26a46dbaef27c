using CrmExtensions.Insights;
using CrmExtensions.Rollups;

namespace CrmExtensions.Tests.Insights;

/// <summary>A deal that a card could be mistaken for.</summary>
/// <param name="Customer">Number of its customer; empty for a deal without one, which counts for nobody.</param>
/// <param name="Attributes">As they are, not yet generalised.</param>
internal sealed record ClosedDeal(int? Customer, CardAttributes Attributes)
{
    // What is not told fits every deal.
    private static readonly Func<CardAttributes, Named?>[] Values =
    [
        card => card.Industry, card => card.IndustryGroup, card => card.BusinessUnit, card => card.Segment,
        card => card.ProductLine, card => card.ValueBand, card => card.Competitor,
    ];

    /// <summary>Whether a card with these attributes could be about it.</summary>
    public bool Fits(CardAttributes told) =>
        told.Outcome == Attributes.Outcome
        && (told.When is null || (Attributes.When is { } when && told.When.Start <= when.Start && when.LastDay <= told.When.LastDay))
        && Array.TrueForAll(Values, value => value(told) is null || value(told)!.Value == value(Attributes)?.Value);

    public static int CustomersOf(CardAttributes told, IEnumerable<ClosedDeal> deals) =>
        deals.Where(deal => deal.Fits(told)).Select(deal => deal.Customer).OfType<int>().Distinct().Count();

    /// <summary>What the card of this deal tells among others.</summary>
    public CardAttributes ToldAmong(IEnumerable<ClosedDeal> others, int k, int fiscalStartMonth)
    {
        var all = others.Append(this).ToList();
        return Anonymity.Choose(Attributes, k, fiscalStartMonth, told => CustomersOf(told, all));
    }
}
