using CrmExtensions.Rollups;
using CrmExtensions.Settings;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>Examples done by hand; a slice is written value:won/lost, and the unknown value is a hyphen.</summary>
[TestClass]
public sealed class SuppressionTests
{
    [TestMethod]
    //       industries                       counts hidden of
    [DataRow("a:0/5", "")]
    [DataRow("a:0/4", "a")]
    [DataRow("a:2/2 b:20/0", "a b", DisplayName = "the only hidden one would be the total less the rest")]
    [DataRow("a:4/0 b:9/0 c:8/0", "a c", DisplayName = "the next smallest joins")]
    [DataRow("a:4/0 b:8/0 c:3/5", "a b", DisplayName = "of two as small, that of the first label")]
    [DataRow("a:1/0 b:1/1 c:20/0 d:30/0", "a b c", DisplayName = "two that together are three: another joins")]
    [DataRow("a:2/0 b:0/3 c:20/0", "a b", DisplayName = "two that together are five are enough")]
    [DataRow("a:1/0 b:1/0 c:1/0", "a b c", DisplayName = "nobody is left to join")]
    [DataRow("-:1/0 b:9/0 c:8/0", "- c", DisplayName = "the unknown one is a sibling: it is hidden")]
    [DataRow("-:6/0 b:1/0 c:8/0", "- b", DisplayName = "the unknown one is a sibling: it joins")]
    [DataRow("a:0/0 b:9/0 c:8/0", "", DisplayName = "no deals, nothing to hide")]
    [DataRow("a:0/0 b:1/0 c:8/0 d:9/0", "b c", DisplayName = "no deals are no company for one that is hidden")]
    public void Counts_under_five_are_hidden_with_company(string industries, string hidden)
    {
        Assert.AreEqual(hidden, HiddenIn(Dimension.Industry, industries, parts => parts.Counts));
        Assert.AreEqual(hidden, HiddenIn(Dimension.BusinessUnit, industries, parts => parts.Counts));
    }

    [TestMethod]
    //     won lost hidden
    [DataRow(0, 0, false)]
    [DataRow(0, 1, true)]
    [DataRow(0, 4, true)]
    [DataRow(0, 5, false)]
    [DataRow(4, 0, true)]
    [DataRow(4, 5, true)]
    [DataRow(5, 0, false)]
    [DataRow(5, 4, true)]
    [DataRow(5, 5, false)]
    [DataRow(1, 100, true)]
    [DataRow(100, 1, true)]
    public void Money_is_shown_where_each_side_is_none_or_at_least_five(int won, int lost, bool hidden)
    {
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            var slice = new Slice(dimension, "");
            Assert.AreEqual(hidden, Hidden(Book((dimension, "", won, lost)), new Policy())[slice].Money, dimension.ToString());
        }
    }

    [TestMethod]
    public void Counts_and_money_are_judged_separately()
    {
        const string industries = "a:4/9 b:8/8 c:9/9";

        Assert.AreEqual("", HiddenIn(Dimension.Industry, industries, parts => parts.Counts));
        Assert.AreEqual("a b", HiddenIn(Dimension.Industry, industries, parts => parts.Money));
    }

    [TestMethod]
    [DataRow("a:3/20 b:20/20 c:0/6", "a b", DisplayName = "c, the smallest, has won nothing, so the total would tell what a has won")]
    [DataRow("a:20/3 b:20/20 c:6/0", "a b c", DisplayName = "c is company for what a has won, and b for what it has lost")]
    [DataRow("a:3/3 b:9/0 c:0/9 d:20/20", "a b c", DisplayName = "each side needs company of its own")]
    [DataRow("a:1/2 b:20/20 c:6/0 d:3/30", "a c d", DisplayName = "that c has lost nothing would tell what a has")]
    public void Won_and_lost_value_are_guarded_each_by_itself(string industries, string hidden) =>
        Assert.AreEqual(hidden, HiddenIn(Dimension.Industry, industries, parts => parts.Money));

    [TestMethod]
    [DataRow("a:1/0 b:9/0 c:8/0", "a")]
    [DataRow("a:1/0 b:1/0 c:8/0", "a b")]
    [DataRow("-:1/0 b:9/0 c:8/0", "-")]
    public void A_deal_has_many_competitors_so_only_the_small_are_hidden(string competitors, string hidden)
    {
        Assert.AreEqual(hidden, HiddenIn(Dimension.Competitor, competitors, parts => parts.Counts));
        Assert.AreEqual(hidden, HiddenIn(Dimension.Competitor, competitors, parts => parts.Money));
    }

    [TestMethod]
    public void A_total_under_five_is_hidden_and_joins_nothing()
    {
        var book = Book((Dimension.All, "", 4, 0), (Dimension.Industry, "a", 9, 0), (Dimension.BusinessUnit, "u", 9, 0));

        Assert.AreEqual("All", string.Join(' ', Hidden(book, new Policy()).Where(slice => slice.Value.Counts).Select(slice => slice.Key.Dimension)));
    }

    [TestMethod]
    public void One_dimension_gives_no_company_to_another()
    {
        var hidden = Hidden(
            Book((Dimension.Industry, "a", 4, 0), (Dimension.Industry, "b", 20, 0), (Dimension.BusinessUnit, "u", 12, 0), (Dimension.BusinessUnit, "v", 12, 0)),
            new Policy());

        Assert.AreEqual("a b", string.Join(' ', hidden.Where(slice => slice.Value.Counts).Select(slice => slice.Key.Value).Order()));
    }

    [TestMethod]
    public void Of_two_as_small_the_label_decides_before_the_value()
    {
        var (first, second) = (new Slice(Dimension.Industry, "1"), new Slice(Dimension.Industry, "2"));
        var book = new TallyBook();
        book.Add(new Slice(Dimension.Industry, "3"), "", Deals(4, 0));
        book.Add(first, "Retail", Deals(8, 0));
        book.Add(second, "Food", Deals(8, 0));

        var hidden = Hidden(book, new Policy());

        Assert.AreEqual((false, true), (hidden[first].Counts, hidden[second].Counts));
    }

    [TestMethod]
    [DataRow(3, "")]
    [DataRow(4, "a b")]
    [DataRow(9, "a b")]
    public void An_organisation_may_have_a_threshold_of_its_own(int hiddenBelow, string hidden)
    {
        Assert.AreEqual(hidden, HiddenIn(Dimension.Industry, "a:3/0 b:8/0 c:9/0", parts => parts.Counts, new Policy { HiddenBelow = hiddenBelow }));
    }

    [TestMethod]
    public void Every_slice_of_the_book_is_judged()
    {
        var book = Book((Dimension.All, "", 9, 0), (Dimension.Industry, "a", 0, 0), (Dimension.Competitor, "c", 1, 0));

        Assert.AreEqual(3, Hidden(book, new Policy()).Count);
    }

    private static string HiddenIn(Dimension dimension, string slices, Func<HiddenParts, bool> part, Policy? policy = null)
    {
        var book = Book([.. slices.Split(' ').Select(text => text.Split(':', '/'))
            .Select(slice => (dimension, slice[0] == "-" ? "" : slice[0], Number(slice[1]), Number(slice[2])))]);
        var hidden = Hidden(book, policy ?? new Policy()).Where(slice => part(slice.Value)).Select(slice => slice.Key);
        return string.Join(' ', hidden.Select(slice => slice.IsUnknown ? "-" : slice.Value).Order(StringComparer.Ordinal));
    }

    private static int Number(string digits) => int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
}
