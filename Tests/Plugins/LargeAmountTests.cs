using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Amounts beyond the 100 billion of a decimal column: common in yen, and no reason to refuse a close or to count wrong.</summary>
[TestClass]
public sealed class LargeAmountTests
{
    [TestMethod]
    [DataRow("99999999999.99", "99999999999.99", null)]
    [DataRow("100000000000.00", "100000000000.00", null)]
    [DataRow("100000000000.01", "100000000000.00", "100000000000.01")]
    [DataRow("900000000000000.00", "100000000000.00", "900000000000000.00")]
    public void A_deal_of_any_size_closes_and_keeps_its_exact_amount(string revenue, string shown, string? exact)
    {
        using var office = new Office();
        var deal = office.Deal();

        office.Win(deal, Day(1), Amount(revenue));

        var interview = office.Interviews(deal).Single();
        Assert.AreEqual(Amount(shown), interview.GetAttributeValue<decimal>(Interview.BaseValue));
        Assert.AreEqual(exact, interview.GetAttributeValue<string>(Interview.ExactBaseValue));
    }

    [TestMethod]
    public void Sums_beyond_a_hundred_billion_are_exact_and_shown()
    {
        using var office = new Office();
        for (var i = 0; i < 6; i++)
        {
            office.Win(office.Deal(), Day(1 + i), 130_000_000_000.25m);
        }

        office.Org.RunJobs();

        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
        var all = office.Rows(Rollup.Table).First(row => row.FormattedValues[Rollup.Dimension1] == "All");
        Assert.AreEqual(780_000_000_001.50m, all.GetAttributeValue<Money>(Rollup.WonValue)!.Value);
        Assert.AreEqual(office.Rows(TransactionCurrency.Table).Single().Id, all.GetAttributeValue<EntityReference>(Rollup.TransactionCurrencyId)!.Id);
    }

    [TestMethod]
    public void A_fold_that_changes_nothing_writes_no_amount_again()
    {
        using var office = new Office();
        office.Win(office.Deal(), Day(1), 130_000_000_000.25m);
        office.Org.RunJobs();
        var before = office.Rows(Rollup.Table).Select(row => row.GetAttributeValue<long>("versionnumber")).ToList();

        office.System.Update(new Entity(RollupPeriod.Table, office.Rows(RollupPeriod.Table)[0].Id) { [RollupPeriod.FoldToken] = "again" });

        CollectionAssert.AreEqual(before, office.Rows(Rollup.Table).Select(row => row.GetAttributeValue<long>("versionnumber")).ToList());
    }

    private static decimal Amount(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTime Day(int day) => new(2026, 4, day, 3, 0, 0, DateTimeKind.Utc);
}
