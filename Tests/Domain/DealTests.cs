using CrmExtensions.Closing;
using CrmExtensions.Rollups;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class DealTests
{
    [TestMethod]
    public void A_deal_belongs_to_the_total_its_industry_its_unit_and_each_competitor()
    {
        var deal = new Deal(Outcome.Won, 100m, new("12", "食品"), new("b1", "東京第一"), [new("c1", "Acme"), new("c2", "Bolt")]);

        Assert.AreEqual("All=(), Industry=12(食品), BusinessUnit=b1(東京第一), Competitor=c1(Acme), Competitor=c2(Bolt)", SlicesOf(deal));
    }

    [TestMethod]
    public void What_a_deal_lacks_counts_under_unknown()
    {
        Assert.AreEqual("All=(), Industry=(), BusinessUnit=(), Competitor=()", SlicesOf(new Deal(Outcome.Lost, 0m, null, null, [])));
    }

    private static string SlicesOf(Deal deal) =>
        string.Join(", ", deal.Slices().Select(named => $"{named.Slice.Dimension}={named.Slice.Value}({named.Label})"));
}
