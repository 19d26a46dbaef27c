using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Insights;
using CrmExtensions.Rollups;
using CsCheck;

namespace CrmExtensions.Tests.Insights;

/// <summary>What k-anonymity promises of any half year.</summary>
[TestClass]
public sealed class AnonymityPropertiesTests
{
    private const int Iterations = 1_000;

    private static readonly Gen<Named?> AnyValue = Gen.OneOf("", "a", "b").Select(value => value.Length == 0 ? null : new Named(value, value));

    private static readonly Gen<CardAttributes> AnyAttributes =
        Gen.Select(AnyValue.Array[7], Gen.Int[1, 12], Gen.Bool).Select((values, month, isWon) => new CardAttributes(isWon ? Outcome.Won : Outcome.Lost)
        {
            When = new Period(Grain.Month, new DateTime(2026, month, 1)),
            Industry = values[0],
            IndustryGroup = values[1],
            BusinessUnit = values[2],
            Segment = values[3],
            ProductLine = values[4],
            ValueBand = values[5],
            Competitor = values[6],
        });

    private static readonly Gen<ClosedDeal> AnyDeal = Gen.Select(Gen.Int[0, 9], AnyAttributes, (customer, attributes) => new ClosedDeal(customer, attributes));

    private static readonly Gen<(ClosedDeal Card, ClosedDeal[] Deals, int K, int Start)> AnyCase = Gen.Select(AnyDeal, AnyDeal.Array[0, 40], Gen.Int[0, 6], Gen.Int[1, 12]);

    [TestMethod]
    public void What_is_told_fits_k_customers_or_is_the_outcome_alone() => AnyCase.Sample(
        sample =>
        {
            var told = sample.Card.ToldAmong(sample.Deals, sample.K, sample.Start);
            return told == new CardAttributes(sample.Card.Attributes.Outcome) || ClosedDeal.CustomersOf(told, sample.Deals.Append(sample.Card)) >= sample.K;
        },
        iter: Iterations);

    [TestMethod]
    public void No_more_is_left_out_than_it_takes() => AnyCase.Sample(
        sample =>
        {
            var told = sample.Card.ToldAmong(sample.Deals, sample.K, sample.Start);
            var before = Anonymity.Ladder(sample.Card.Attributes, sample.Start).TakeWhile(rung => rung != told);
            return before.All(rung => ClosedDeal.CustomersOf(rung, sample.Deals.Append(sample.Card)) < sample.K);
        },
        iter: Iterations);

    [TestMethod]
    public void A_greater_k_never_tells_more() => AnyCase.Sample(
        sample => Rung(sample.Card, sample.Deals, sample.K, sample.Start) <= Rung(sample.Card, sample.Deals, sample.K + 1, sample.Start),
        iter: Iterations);

    [TestMethod]
    public void More_deals_never_make_a_card_tell_less() => Gen.Select(AnyCase, AnyDeal).Sample(
        (sample, another) => Rung(sample.Card, [.. sample.Deals, another], sample.K, sample.Start) <= Rung(sample.Card, sample.Deals, sample.K, sample.Start),
        iter: Iterations);

    [TestMethod]
    public void What_fits_a_rung_fits_all_above_it() => Gen.Select(AnyAttributes, AnyAttributes, Gen.Int[1, 12]).Sample(
        (card, deal, start) =>
        {
            var fits = Anonymity.Ladder(card, start).Select(rung => new ClosedDeal(1, deal).Fits(rung)).ToList();
            return fits.SequenceEqual(fits.Order()) && Anonymity.Ladder(card, start).All(rung => new ClosedDeal(1, card).Fits(rung));
        },
        iter: Iterations);

    private static int Rung(ClosedDeal card, ClosedDeal[] deals, int k, int start) =>
        Anonymity.Ladder(card.Attributes, start).ToList().IndexOf(card.ToldAmong(deals, k, start));
}
