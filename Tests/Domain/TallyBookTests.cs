using CrmExtensions.Closing;
using CrmExtensions.Rollups;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class TallyBookTests
{
    private static readonly Gen<Deal> AnyDeal = Gen.Select(
        Gen.Enum<Outcome>(),
        Gen.Int[0, 100_000_000].Select(hundredths => hundredths / 100m),
        OneOrNone("i1", "i2", "i3"),
        OneOrNone("b1", "b2"),
        Gen.Int[0, 7],
        (outcome, value, industry, unit, competitors) => DealOf(outcome, value, industry, unit, Chosen(competitors, "c1", "c2", "c3")));

    [TestMethod]
    public void A_deal_is_added_to_each_slice_it_belongs_to_and_to_no_other()
    {
        var book = BookOf([DealOf(Outcome.Won, 70m, Name("i1"), null, Name("c1"), Name("c2")), DealOf(Outcome.Lost, 30m, Name("i1"), null, Name("c1"))]);

        Assert.AreEqual((1, 1, 70m, 30m), Sums(book[Slice.All]));
        Assert.AreEqual((1, 1, 70m, 30m), Sums(book[new Slice(Dimension.Industry, "i1")]));
        Assert.AreEqual((1, 1, 70m, 30m), Sums(book[new Slice(Dimension.BusinessUnit, "")]));
        Assert.AreEqual((1, 1, 70m, 30m), Sums(book[new Slice(Dimension.Competitor, "c1")]));
        Assert.AreEqual((1, 0, 70m, 0m), Sums(book[new Slice(Dimension.Competitor, "c2")]));
        Assert.AreEqual(
            "All:, BusinessUnit:, Channel:, ClosePath:, Competitor:c1, Competitor:c2, Industry:i1, LeadSource:, Outcome:0, Outcome:1, ProductLine:, Reason:, ReasonCategory:, Segment:, SellerReason:, SpeakerRole:, Stage:, Trigger:, ValueBand:",
            string.Join(", ", book.Slices.Select(slice => slice.Dimension + ":" + slice.Value).Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void A_slice_that_is_not_in_the_book_has_no_deals_and_no_label()
    {
        var book = new TallyBook();

        Assert.AreEqual(Tally.Zero, book[Slice.All]);
        Assert.AreEqual("", book.LabelOf(Slice.All));
        Assert.IsEmpty(book.Slices);
    }

    [TestMethod]
    public void The_newest_label_of_a_slice_is_kept_and_its_tallies_are_added()
    {
        var slice = new Slice(Dimension.Industry, "12");
        var book = new TallyBook();
        book.Add(slice, "食品", Deals(1, 2));
        book.Add(slice, "食品・飲料", Deals(10, 20));

        Assert.AreEqual("食品・飲料", book.LabelOf(slice));
        Assert.AreEqual(Deals(11, 22), book[slice]);
    }

    [TestMethod]
    public void A_slice_of_no_deals_is_in_the_book_all_the_same()
    {
        var slice = new Slice(Dimension.Industry, "12");
        var book = new TallyBook();
        book.Add(slice, "食品", Tally.Zero);

        Assert.AreEqual(slice, book.Slices.Single());
    }

    [TestMethod]
    public void Any_order_of_adding_makes_the_same_book()
    {
        Gen.Select(AnyDeal, Gen.Int).Array[0, 20].Sample(rows =>
            Text(BookOf(rows.Select(row => row.Item1))) == Text(BookOf(rows.OrderBy(row => row.Item2).Select(row => row.Item1))));
    }

    [TestMethod]
    public void A_book_of_all_deals_is_the_sum_of_books_of_some_and_the_rest()
    {
        Gen.Select(AnyDeal.Array[0, 20], AnyDeal.Array[0, 20]).Sample((some, rest) =>
        {
            var sum = BookOf(some);
            var other = BookOf(rest);
            foreach (var slice in other.Slices)
            {
                sum.Add(slice, other.LabelOf(slice), other[slice]);
            }

            return Text(sum) == Text(BookOf(some.Concat(rest)));
        });
    }

    [TestMethod]
    public void The_values_of_a_single_valued_dimension_add_up_to_the_total()
    {
        AnyDeal.Array[0, 20].Sample(deals =>
        {
            var book = BookOf(deals);
            Tally Sum(Dimension dimension) => book.Slices.Where(slice => slice.Dimension == dimension).Aggregate(Tally.Zero, (sum, slice) => sum + book[slice]);
            return Sum(Dimension.Industry) == book[Slice.All] && Sum(Dimension.BusinessUnit) == book[Slice.All];
        });
    }

    private static TallyBook BookOf(IEnumerable<Deal> deals)
    {
        var book = new TallyBook();
        foreach (var deal in deals)
        {
            book.Add(deal);
        }

        return book;
    }

    private static string Text(TallyBook book) => string.Join('\n', book.Slices
        .Select(slice => $"{slice.Dimension} {slice.Value} {book.LabelOf(slice)} {book[slice].ToText()}")
        .Order(StringComparer.Ordinal));

    private static (int Won, int Lost, decimal WonValue, decimal LostValue) Sums(Tally tally) => (tally.Won, tally.Lost, tally.WonValue, tally.LostValue);

    private static Named Name(string value) => new(value, "label of " + value);

    private static Gen<Named?> OneOrNone(params string[] values) =>
        Gen.Int[0, values.Length].Select(i => i == 0 ? null : Name(values[i - 1]));

    private static Named[] Chosen(int bits, params string[] values) =>
        values.Where((_, i) => (bits >> i & 1) == 1).Select(Name).ToArray();
}
