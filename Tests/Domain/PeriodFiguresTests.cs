using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class PeriodFiguresTests
{
    private static readonly Gen<TallyBook> AnyBook = Gen.Select(Gen.Enum<Dimension>(), Gen.Int[0, 5], Gen.Int[0, 12], Gen.Int[0, 12]).Array[0, 20]
        .Select(rows => Book([.. rows.Select(row => (row.Item1, row.Item2 == 0 ? "" : "v" + row.Item2, row.Item3, row.Item4))]));

    [TestMethod]
    public void What_hides_something_comes_first_then_dimension_and_value_decide()
    {
        var book = Book(
            (Dimension.BusinessUnit, "u", 30, 30),
            (Dimension.Competitor, "b", 30, 30),
            (Dimension.Competitor, "B", 30, 30),
            (Dimension.Competitor, "", 30, 30),
            (Dimension.Competitor, "z", 1, 0),
            (Dimension.Industry, "i", 30, 30),
            (Dimension.BusinessUnit, "m", 0, 4),
            (Dimension.Industry, "n", 4, 30),
            (Dimension.All, "", 60, 60));

        Assert.AreEqual(
            "Industry:i Industry:n Competitor:z BusinessUnit:m BusinessUnit:u | All: Competitor: Competitor:B Competitor:b",
            Order(PeriodFigures.Of(book, new Policy())));
    }

    [TestMethod]
    public void A_slice_without_deals_has_a_row_that_says_so()
    {
        var row = PeriodFigures.Of(Book((Dimension.Industry, "a", 0, 0)), new Policy()).Single();

        Assert.AreEqual((Visibility.Empty, Visibility.Empty), (row.Counts, row.Money));
    }

    [TestMethod]
    public void Each_row_has_the_label_and_tally_of_its_slice()
    {
        var rows = PeriodFigures.Of(Book((Dimension.Industry, "a", 7, 8), (Dimension.Industry, "b", 1, 2)), new Policy());

        Assert.AreEqual(("label of b", Deals(1, 2)), rows.Where(row => row.Slice.Value == "b").Select(row => (row.Label, row.Tally)).Single());
        Assert.AreEqual(("label of a", Deals(7, 8)), rows.Where(row => row.Slice.Value == "a").Select(row => (row.Label, row.Tally)).Single());
    }

    [TestMethod]
    public void Every_slice_has_one_row_and_none_that_hides_stands_behind_one_that_shows()
    {
        AnyBook.Sample(
            book =>
            {
                var rows = PeriodFigures.Of(book, new Policy());
                return rows.Select(row => row.Slice).ToHashSet().SetEquals(book.Slices)
                    && rows.Count == book.Slices.Count()
                    && rows.SkipWhile(row => row.HidesAnything).All(row => !row.HidesAnything);
            },
            iter: 1_000);
    }

    [TestMethod]
    public void No_row_tells_a_number_that_is_hidden()
    {
        AnyBook.Sample(
            book => PeriodFigures.Of(book, new Policy()).All(row =>
                (row.Counts == Visibility.Shown || (row.Deals, row.Won, row.Lost, row.WinRate) == (null, null, null, Rate.Nothing(row.Counts)))
                && (row.Money == Visibility.Shown || (row.WonValue, row.LostValue, row.WinRateByValue) == (null, null, Rate.Nothing(row.Money)))),
            iter: 1_000);
    }

    [TestMethod]
    public void The_suppression_of_the_policy_is_applied()
    {
        var book = Book((Dimension.All, "", 7, 0));

        Assert.AreEqual(Visibility.Shown, PeriodFigures.Of(book, new Policy()).Single().Counts);
        Assert.AreEqual(Visibility.Hidden, PeriodFigures.Of(book, new Policy { HiddenBelow = 8 }).Single().Counts);
    }

    private static string Order(IReadOnlyList<Figures> rows) => string.Join(" | ", rows
        .GroupBy(row => row.HidesAnything)
        .Select(group => string.Join(' ', group.Select(row => row.Slice.Dimension + ":" + row.Slice.Value))));
}
