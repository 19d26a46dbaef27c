using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class MeasuresTests
{
    private static readonly HiddenParts Nothing = new(Counts: false, Money: false);

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
        var figures = Of(Deals(n, 0), new HiddenParts(Counts: hidden, Money: false));

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
        var figures = Of(Deals(n, 0), new HiddenParts(Counts: false, Money: hidden));

        decimal? sum = money == Visibility.Shown ? n * 100m : null;
        decimal? none = money == Visibility.Shown ? 0m : null;
        Assert.AreEqual((money, sum, none), (figures.Money, figures.WonValue, figures.LostValue));
        Assert.AreEqual(new Rate(rate, sum, sum, hasValue ? 1m : null, null, null), figures.WinRateByValue);
    }

    [TestMethod]
    public void The_win_rate_is_won_out_of_all_with_its_interval()
    {
        var figures = Of(Deals(12, 18), Nothing);

        Assert.AreEqual((30, 12, 18), (figures.Deals, figures.Won, figures.Lost));
        Assert.AreEqual(new Rate(Visibility.Shown, 12m, 30m, 0.4m, 0.245906m, 0.576796m), figures.WinRate);
    }

    [TestMethod]
    public void The_win_rate_by_value_is_won_value_out_of_all_value()
    {
        var figures = Of(new Tally(10, 20, 50.50m, 101m), Nothing);

        Assert.AreEqual((50.50m, 101m), (figures.WonValue, figures.LostValue));
        Assert.AreEqual(new Rate(Visibility.Shown, 50.50m, 151.50m, 0.333333m, null, null), figures.WinRateByValue);
    }

    [TestMethod]
    public void Deals_worth_nothing_have_no_rate_by_value_but_say_so()
    {
        Assert.AreEqual(new Rate(Visibility.Shown, 0m, 0m, null, null, null), Of(new Tally(10, 20, 0m, 0m), Nothing).WinRateByValue);
    }

    [TestMethod]
    public void Hidden_counts_leave_money_and_hidden_money_leaves_counts()
    {
        var countsHidden = Of(Deals(30, 30), new HiddenParts(Counts: true, Money: false));
        var moneyHidden = Of(Deals(30, 30), new HiddenParts(Counts: false, Money: true));

        Assert.AreEqual(
            (Visibility.Hidden, null, null, null, Rate.Nothing(Visibility.Hidden)),
            (countsHidden.Counts, countsHidden.Deals, countsHidden.Won, countsHidden.Lost, countsHidden.WinRate));
        Assert.AreEqual((Visibility.Shown, 3000m, 300m, 0.909091m), (countsHidden.Money, countsHidden.WonValue, countsHidden.LostValue, countsHidden.WinRateByValue.Value));
        Assert.AreEqual(
            (Visibility.Hidden, null, null, Rate.Nothing(Visibility.Hidden)),
            (moneyHidden.Money, moneyHidden.WonValue, moneyHidden.LostValue, moneyHidden.WinRateByValue));
        Assert.AreEqual((Visibility.Shown, 60, 0.5m), (moneyHidden.Counts, moneyHidden.Deals, moneyHidden.WinRate.Value));
    }

    [TestMethod]
    //       counts money  hides anything
    [DataRow(false, false, false)]
    [DataRow(true, false, true)]
    [DataRow(false, true, true)]
    [DataRow(true, true, true)]
    public void Figures_hide_something_when_either_part_is_hidden(bool counts, bool money, bool hides)
    {
        Assert.AreEqual(hides, Of(Deals(30, 30), new HiddenParts(counts, money)).HidesAnything);
        Assert.IsFalse(Of(Tally.Zero, new HiddenParts(counts, money)).HidesAnything, "a slice without deals has nothing to hide");
    }

    [TestMethod]
    public void The_raw_tally_slice_and_label_are_kept_whatever_is_hidden()
    {
        var figures = Of(Deals(1, 2), new HiddenParts(Counts: true, Money: true));

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

        Assert.AreEqual(rate, Measures.Of(Slice.All, "", Deals(n, 0), Nothing, policy).WinRate.Visibility);
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

    private static Figures Of(Tally tally, HiddenParts hidden) =>
        Measures.Of(new Slice(Dimension.Industry, "12"), "食品", tally, hidden, new Policy());
}
