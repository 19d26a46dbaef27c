using CrmExtensions.Closing;
using CrmExtensions.Rollups;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class TallyTests
{
    // Up to four decimals, which is what the stored form keeps.
    private static readonly Gen<decimal> AnyValue = Gen.Long[-10_000_000_000_000, 10_000_000_000_000].Select(units => units / 10_000m);

    private static readonly Gen<Tally> AnyDeal = Gen.Select(
        Gen.Enum<Outcome>(), AnyValue, Gen.Enum<Count>().Where(count => count is not (Count.Won or Count.Lost)).Array[0, 8], Gen.Int[-3, 400], Gen.Int[0, 100],
        (outcome, value, marks, days, score) => Tally.Of(outcome, value, marks, days < 0 ? null : days - 30, days % 2 == 0 ? days : null, score));

    private static readonly Gen<Tally> AnyTally = Gen.Select(
        Gen.Int[0, 1_000_000], Gen.Int[0, 1_000_000], AnyValue, AnyValue, AnyDeal.Array[0, 6],
        (won, lost, wonValue, lostValue, deals) => deals.Aggregate(new Tally(won, lost, wonValue, lostValue), Tally.Add));

    [TestMethod]
    public void A_deal_counts_once_with_its_value_on_the_side_it_ended()
    {
        Assert.AreEqual(new Tally(1, 0, 120.5m, 0m), Tally.Of(Outcome.Won, 120.5m, []));
        Assert.AreEqual(new Tally(0, 1, 0m, 120.5m), Tally.Of(Outcome.Lost, 120.5m, []));
    }

    [TestMethod]
    public void Each_part_is_added_to_its_like()
    {
        Assert.AreEqual(new Tally(11, 22, 33.3m, 44.4m), new Tally(1, 2, 3.3m, 4.4m) + new Tally(10, 20, 30m, 40m));
        Assert.AreEqual(33, (new Tally(1, 2, 3.3m, 4.4m) + new Tally(10, 20, 30m, 40m)).Deals);
    }

    [TestMethod]
    public void Addition_takes_any_order_and_grouping_and_zero_adds_nothing()
    {
        Gen.Select(AnyTally, AnyTally, AnyTally).Sample((a, b, c) =>
            a + b == b + a && (a + b) + c == a + (b + c) && a + Tally.Zero == a && Tally.Zero + a == a && Tally.Add(a, b) == a + b);
    }

    [TestMethod]
    public void The_stored_form_is_name_and_number_with_two_decimals_at_least()
    {
        Assert.AreEqual("won=3;lost=2;wonvalue=1200.00;lostvalue=80.5125", new Tally(3, 2, 1200m, 80.5125m).ToText());
        Assert.AreEqual("won=0;lost=0;wonvalue=0.00;lostvalue=0.00", Tally.Zero.ToText());
    }

    [TestMethod]
    [DataRow("de-DE", DisplayName = "where a comma marks decimals")]
    [DataRow("sv-SE", DisplayName = "where the minus is another sign")]
    public void The_stored_form_is_the_same_in_every_culture(string culture)
    {
        var tally = new Tally(3, 2, 1200.25m, -80.5m);
        const string text = "won=3;lost=2;wonvalue=1200.25;lostvalue=-80.50";

        Assert.AreEqual(text, InCulture(culture, tally.ToText));
        Assert.AreEqual(tally, InCulture(culture, () => Tally.Parse(text)));
    }

    [TestMethod]
    public void The_stored_form_reads_back_as_its_tally()
    {
        AnyTally.Sample(tally => Tally.Parse(tally.ToText()) == tally, iter: 1_000);
    }

    [TestMethod]
    public void The_stored_form_tells_the_rest_where_it_is_not_nought()
    {
        var tally = Tally.Of(Outcome.Won, 5m, [Count.Required, Count.Heard], hearingDays: -1, score: 80) + Tally.Of(Outcome.Lost, 1m, [Count.Required], hearingDays: 14) + Tally.Of(Outcome.Lost, 1m, [], hearingDays: 14);

        Assert.AreEqual("won=1;lost=2;wonvalue=5.00;lostvalue=2.00;required=2;heard=1;hearingdays=-1:1,14:2;score=80:1", tally.ToText());
    }

    // A change here would read every stored tally as nought there.
    [TestMethod]
    public void The_names_in_stored_tallies_never_change()
    {
        Assert.AreEqual(
            "won lost outofscope losttocompetitor nodecision statusquo projectcancelled withdrew wonagainstcompetitor required reflected completed completedwaived heard due ontime "
            + "specific evidenced reasonknown lostreasonknown pricecited pricedecisive reasonother stageknown upstream triggerknown sellerreasonknown remark bothstages stagegap "
            + "bothreasons samereason samecategory completedwon reproducible primary wonagainstit losttoit alsoran",
            string.Join(' ', Enum.GetNames<Count>()).ToLowerInvariant());
        Assert.AreEqual("hearingdays completiondays score", string.Join(' ', Enum.GetNames<Scale>()).ToLowerInvariant());
    }

    [TestMethod]
    [DataRow("", "won=0;lost=0;wonvalue=0.00;lostvalue=0.00", DisplayName = "nothing at all")]
    [DataRow("lost=2", "won=0;lost=2;wonvalue=0.00;lostvalue=0.00", DisplayName = "names that are missing")]
    [DataRow("lostvalue=4;wonvalue=3;lost=2;won=1", "won=1;lost=2;wonvalue=3.00;lostvalue=4.00", DisplayName = "another order")]
    [DataRow("won=1;days=17;lost=2;", "won=1;lost=2;wonvalue=0.00;lostvalue=0.00", DisplayName = "a name from a later version")]
    public void What_is_unknown_is_passed_over_and_what_is_missing_is_zero(string text, string meaning)
    {
        Assert.AreEqual(meaning, Tally.Parse(text).ToText());
    }

    [TestMethod]
    [DataRow("won", DisplayName = "a name alone")]
    [DataRow("won=", DisplayName = "no number")]
    [DataRow("won=many", DisplayName = "a word")]
    [DataRow("won=1=2", DisplayName = "two numbers")]
    [DataRow("won=1;lost", DisplayName = "a name alone, later")]
    [DataRow("won=1;days=?", DisplayName = "no number, of a name that is passed over")]
    [DataRow("won=1,lost=2", DisplayName = "commas")]
    [DataRow("won=1e3", DisplayName = "an exponent")]
    [DataRow("won=1;won=2", DisplayName = "a name twice")]
    [DataRow("won=2.5", DisplayName = "half a deal")]
    [DataRow("won=-1", DisplayName = "less than no deal")]
    [DataRow("won=3000000000", DisplayName = "more deals than a count holds")]
    [DataRow("won=1,0,0", DisplayName = "thousands marks")]
    [DataRow("wonvalue= 2", DisplayName = "a blank")]
    [DataRow("score=80", DisplayName = "a histogram without counts")]
    [DataRow("score=80:x", DisplayName = "a histogram of words")]
    [DataRow("score=80:1,80:2", DisplayName = "a value twice")]
    [DataRow("score=80:-1", DisplayName = "less than none of a value")]
    [DataRow("score=80:0", DisplayName = "none of a value")]
    [DataRow("score=80:1;score=81:1", DisplayName = "a histogram twice")]
    public void What_is_no_tally_is_refused(string text)
    {
        Assert.ThrowsExactly<FormatException>(() => Tally.Parse(text));
    }
}
