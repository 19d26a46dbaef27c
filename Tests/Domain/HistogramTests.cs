using CrmExtensions.Rollups;
using CsCheck;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class HistogramTests
{
    private static readonly Gen<int[]> AnyNumbers = Gen.Int[-40, 400].Array[1, 60];

    [TestMethod]
    public void The_median_is_the_middle_one_and_of_two_in_the_middle_their_mean()
    {
        AnyNumbers.Sample(numbers =>
        {
            var sorted = numbers.Order().ToList();
            var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2m;
            return Of(numbers).Median() == middle;
        });
    }

    [TestMethod]
    public void The_ninetieth_percentile_is_the_value_at_rank_nine_tenths_rounded_up()
    {
        AnyNumbers.Sample(numbers => Of(numbers).P90() == numbers.Order().ElementAt((int)Math.Ceiling(0.9m * numbers.Length) - 1));
    }

    [TestMethod]
    public void The_stored_form_reads_back_and_nothing_has_no_median()
    {
        AnyNumbers.Sample(numbers => Of(numbers).Equals(Histogram.TryParse(Of(numbers).ToText())));
        Assert.AreEqual((0, null, null, ""), (new Histogram().N, new Histogram().Median(), new Histogram().P90(), new Histogram().ToText()));
    }

    private static Histogram Of(IEnumerable<int> numbers) =>
        numbers.Aggregate(Tally.Zero, (sum, number) => sum + Tally.Of(Closing.Outcome.Won, 0m, [], hearingDays: number))[Scale.HearingDays];
}
