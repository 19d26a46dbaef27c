using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class MeasuresTests
{
    [TestMethod]
    //        n  hidden  counts              rate                   value  interval
    [DataRow(00, false, Visibility.Empty, Visibility.Empty, false, false)]
    [DataRow(04, true, Visibility.Hidden, Visibility.Hidden, false, false)]
    [DataRow(05, false, Visibility.Shown, Visibility.CountsOnly, false, false)]
    [DataRow(05, true, Visibility.Hidden, Visibility.Hidden, false, false)]
    [DataRow(09, false, Visibility.Shown, Visibility.CountsOnly, false, false)]
    [DataRow(10, false, Visibility.Shown, Visibility.Reference, true, true)]
    [DataRow(29, false, Visibility.Shown, Visibility.Reference, true, true)]
    [DataRow(30, false, Visibility.Shown, Visibility.Shown, true, true)]
    [DataRow(30, true, Visibility.Hidden, Visibility.Hidden, false, false)]
    public void The_more_deals_the_more_is_shown(int n, bool hidden, Visibility counts, Visibility rate, bool hasValue, bool hasInterval)
    {
        var figures = Of(Deals(n, 0), besideSmall: hidden);

        int? count = counts == Visibility.Shown ? n : null;
        int? none = counts == Visibility.Shown ? 0 : null;
        Assert.AreEqual((counts, count, count, none), (figures.Counts, figures.Deals, figures.Won, figures.Lost));
        Assert.AreEqual((rate, (decimal?)count, (decimal?)count), (figures.WinRate.Visibility, figures.WinRate.Numerator, figures.WinRate.Denominator));
        Assert.AreEqual((hasValue, hasInterval, hasInterval), (figures.WinRate.Value.HasValue, figures.WinRate.Low.HasValue, figures.WinRate.High.HasValue));
    }

    [TestMethod]
    //        n  hidden  money              rate by value          value
    [DataRow(00, false, Visibility.Empty, Visibility.Empty, false)]
    [DataRow(05, false, Visibility.Shown, Visibility.CountsOnly, false)]
    [DataRow(09, false, Visibility.Shown, Visibility.CountsOnly, false)]
    [DataRow(10, false, Visibility.Shown, Visibility.Reference, true)]
    [DataRow(29, false, Visibility.Shown, Visibility.Reference, true)]
    [DataRow(30, false, Visibility.Shown, Visibility.Shown, true)]
    [DataRow(30, true, Visibility.Hidden, Visibility.Hidden, false)]
    public void Money_follows_the_number_of_deals_and_has_no_interval(int n, bool hidden, Visibility money, Visibility rate, bool hasValue)
    {
        var figures = Of(Deals(n, 0), besideSmall: hidden);

        decimal? sum = money == Visibility.Shown ? n * 100m : null;
        decimal? none = money == Visibility.Shown ? 0m : null;
        Assert.AreEqual((money, sum, none), (figures.Money, figures.WonValue, figures.LostValue));
        Assert.AreEqual(new Rate(rate, sum, sum, hasValue ? 1m : null, null, null), figures.WinRateByValue);
    }

    [TestMethod]
    public void The_win_rate_is_won_out_of_all_with_its_interval()
    {
        var figures = Of(Deals(12, 18));

        Assert.AreEqual((30, 12, 18), (figures.Deals, figures.Won, figures.Lost));
        Assert.AreEqual(new Rate(Visibility.Shown, 12m, 30m, 0.4m, 0.245906m, 0.576796m), figures.WinRate);
    }

    [TestMethod]
    public void The_win_rate_by_value_is_won_value_out_of_all_value()
    {
        var figures = Of(new Tally(10, 20, 50.50m, 101m));

        Assert.AreEqual((50.50m, 101m), (figures.WonValue, figures.LostValue));
        Assert.AreEqual(new Rate(Visibility.Shown, 50.50m, 151.50m, 0.333333m, null, null), figures.WinRateByValue);
    }

    [TestMethod]
    public void Deals_worth_nothing_have_no_rate_by_value_but_say_so()
    {
        Assert.AreEqual(new Rate(Visibility.Shown, 0m, 0m, null, null, null), Of(new Tally(10, 20, 0m, 0m)).WinRateByValue);
    }

    [TestMethod]
    public void Money_is_hidden_alone_where_one_side_is_few()
    {
        var figures = Of(Deals(30, 4));

        Assert.AreEqual(
            (Visibility.Hidden, null, null, Rate.Nothing(Visibility.Hidden), true),
            (figures.Money, figures.WonValue, figures.LostValue, figures.WinRateByValue, figures.HidesAnything));
        Assert.AreEqual((Visibility.Shown, 34, 0.882353m), (figures.Counts, figures.Deals, figures.WinRate.Value));
    }

    [TestMethod]
    public void Where_counts_are_hidden_nothing_of_the_slice_is_shown()
    {
        var figures = Of(Deals(30, 30), besideSmall: true);

        Assert.AreEqual(
            (Visibility.Hidden, null, null, null, Rate.Nothing(Visibility.Hidden)),
            (figures.Counts, figures.Deals, figures.Won, figures.Lost, figures.WinRate));
        Assert.IsTrue(figures.Rates.Values.All(rate => rate.Value is null && rate.Numerator is null && rate.Denominator is null));
        Assert.IsTrue(figures.HidesAnything);
        Assert.IsFalse(Of(Tally.Zero).HidesAnything, "a slice without deals has nothing to hide");
    }

    [TestMethod]
    public void The_raw_tally_slice_and_label_are_kept_whatever_is_hidden()
    {
        var figures = Of(Deals(1, 2));

        Assert.AreEqual((new Slice(Dimension.Industry, "12"), "食品", Deals(1, 2)), (figures.Slice, figures.Label, figures.Tally));
    }

    [TestMethod]
    [DataRow(11, Visibility.CountsOnly)]
    [DataRow(12, Visibility.Reference)]
    [DataRow(39, Visibility.Reference)]
    [DataRow(40, Visibility.Shown)]
    public void An_organisation_may_have_thresholds_of_its_own(int n, Visibility rate)
    {
        var policy = new Policy { HiddenBelow = 7, CountsOnlyBelow = 12, ReferenceBelow = 40 };

        Assert.AreEqual(rate, Figures(Slice.All, Book((Dimension.All, "", n, 0)), policy).WinRate.Visibility);
    }

    [TestMethod]
    //          exact   rounded
    [DataRow(0.0000004, 0.000000)]
    [DataRow(0.0000005, 0.000001)]
    [DataRow(0.0000015, 0.000002)]
    [DataRow(0.0000025, 0.000003)]
    [DataRow(-0.0000005, -0.000001)]
    public void Rates_round_to_six_decimals_half_away_from_zero(double exact, double rounded)
    {
        Assert.AreEqual((decimal)rounded, Measures.Rounded((decimal)exact));
    }

    // A neighbour of one deal takes the next smallest with it, which is the slice asked for.
    private static Figures Of(Tally tally, bool besideSmall = false)
    {
        var slice = new Slice(Dimension.Industry, "12");
        var book = new TallyBook();
        book.Add(slice, "食品", tally);
        if (besideSmall)
        {
            book.Add(new Slice(Dimension.Industry, "13"), "小売", Deals(1, 0));
        }

        return Figures(slice, book, new Policy());
    }

    private static Figures Figures(Slice slice, TallyBook book, Policy policy) => Measures.Of(slice, book, Suppression.Of(book, policy), policy);
}
