using CrmExtensions.Rollups;
using CsCheck;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class WilsonTests
{
    // Every count that can be seen in practice, and some that cannot.
    private static readonly Gen<(int Hits, int Trials)> AnyProportion =
        Gen.OneOf(Gen.Int[1, 40], Gen.Int[1, 2_000_000_000]).SelectMany(trials => Gen.Int[0, trials].Select(hits => (hits, trials)));

    [TestMethod]
    //       k    n    p       low     high      (product.md 12)
    [DataRow(0, 5, 0.0000, 0.0000, 0.4345)]
    [DataRow(1, 5, 0.2000, 0.0362, 0.6245)]
    [DataRow(5, 5, 1.0000, 0.5655, 1.0000)]
    [DataRow(6, 9, 0.6667, 0.3542, 0.8794)]
    [DataRow(3, 10, 0.3000, 0.1078, 0.6032)]
    [DataRow(12, 30, 0.4000, 0.2459, 0.5768)]
    [DataRow(38, 100, 0.3800, 0.2910, 0.4779)]
    [DataRow(250, 400, 0.6250, 0.5766, 0.6710)]
    public void The_worked_examples_come_out_to_four_decimals(int hits, int trials, double p, double low, double high)
    {
        var interval = Wilson.Of(hits, trials);

        Assert.AreEqual(
            ((decimal)p, (decimal)low, (decimal)high),
            (Math.Round((decimal)hits / trials, 4), Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [TestMethod]
    public void The_proportion_lies_within_its_interval_and_that_within_0_and_1()
    {
        AnyProportion.Sample(
            (hits, trials) =>
            {
                var (low, high) = Wilson.Of(hits, trials);
                var p = Measures.Rounded((decimal)hits / trials);
                return low >= 0 && low <= p && p <= high && high <= 1;
            },
            iter: 10_000);
    }

    [TestMethod]
    public void The_interval_of_misses_mirrors_that_of_hits()
    {
        AnyProportion.Sample((hits, trials) =>
        {
            var (low, high) = Wilson.Of(hits, trials);
            var misses = Wilson.Of(trials - hits, trials);
            return Math.Abs(1 - high - misses.Low) <= 0.000001m && Math.Abs(1 - low - misses.High) <= 0.000001m;
        });
    }

    [TestMethod]
    public void More_deals_of_the_same_share_narrow_the_interval()
    {
        Gen.Int[1, 500].SelectMany(trials => Gen.Int[0, trials].Select(hits => (hits, trials))).Sample((hits, trials) =>
        {
            var few = Wilson.Of(hits, trials);
            var many = Wilson.Of(hits * 2, trials * 2);
            return many.High - many.Low < few.High - few.Low;
        });
    }

    [TestMethod]
    public void Bounds_have_six_decimals_and_no_more()
    {
        Assert.AreEqual(new Wilson(0.036224m, 0.624465m), Wilson.Of(1, 5));
    }
}
