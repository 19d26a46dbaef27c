using CrmExtensions.Insights;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class IndustryGroupsTests
{
    [TestMethod]
    public void Every_industry_of_the_platform_is_in_exactly_one_group() =>
        CollectionAssert.AreEquivalent(Enumerable.Range(1, 33).ToList(), IndustryGroups.Members.Values.SelectMany(codes => codes).ToList());

    [TestMethod]
    [DataRow(1, IndustryGroup.BusinessServices)]
    [DataRow(12, IndustryGroup.Manufacturing)]
    [DataRow(16, IndustryGroup.FinanceAndProperty)]
    [DataRow(33, IndustryGroup.WholesaleAndTransport)]
    [DataRow(0, IndustryGroup.Other)]
    [DataRow(34, IndustryGroup.Other)]
    [DataRow(900_000_000, IndustryGroup.Other)]
    public void An_industry_of_the_organisations_own_is_in_none_of_ours(int code, IndustryGroup group) => Assert.AreEqual(group, IndustryGroups.Of(code));

    [TestMethod]
    public void Every_group_has_a_name_of_its_own_in_both_languages()
    {
        var labels = Enum.GetValues<IndustryGroup>().Select(group => IndustryGroups.Named(group).Label).ToList();

        CollectionAssert.AllItemsAreUnique(labels);
        foreach (var label in labels)
        {
            Assert.HasCount(2, label.Split(" / "), label);
        }
    }

    [TestMethod]
    public void No_group_singles_out_an_industry() => Assert.IsTrue(IndustryGroups.Members.Values.All(codes => codes.Count >= 3));
}
