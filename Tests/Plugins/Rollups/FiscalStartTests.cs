using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>A fiscal year that begins in another month, after a year of data: nothing is counted twice, and nothing is lost.</summary>
[TestClass]
public sealed class FiscalStartTests
{
    private const int Deals = 12;

    [TestMethod]
    [DataRow(1, false)]
    [DataRow(1, true)]
    [DataRow(6, false)]
    [DataRow(6, true)]
    public void Counts_every_deal_once_a_grain(int start, bool bySweep)
    {
        using var office = YearOfDeals();

        office.Policy((Setting.FiscalStartMonth, start));
        Converge(office, bySweep);

        AssertEachDealOnce(office);
        AssertCalendar(office, start);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Moved_there_and_back_it_is_as_it_was(bool bySweep)
    {
        using var office = YearOfDeals();
        var before = Tallies.Stored(office);

        office.Policy((Setting.FiscalStartMonth, 1));
        Converge(office, bySweep);
        office.Policy((Setting.FiscalStartMonth, 4));
        Converge(office, bySweep);

        CollectionAssert.AreEqual(before.ToList(), Tallies.Stored(office).ToList());
        AssertEachDealOnce(office);
    }

    [TestMethod]
    public void Rows_of_the_calendar_before_are_marked_empty_and_show_nothing()
    {
        using var office = YearOfDeals();

        office.Policy((Setting.FiscalStartMonth, 1));
        var found = Recomputation.Of(office);

        Assert.AreEqual(0, found.Drifted, string.Join('\n', found.Report));
        var rows = office.Rows(Rollup.Table).Where(row => row.GetAttributeValue<string>(Rollup.PeriodKey) == "year-2025-04-01").ToList();
        Assert.IsNotEmpty(rows);
        Assert.IsTrue(rows.All(row => row.FormattedValues[Rollup.CountState] == "Empty" && !row.Contains(Rollup.N) && !row.Contains(Rollup.WonValue)));
        Assert.AreEqual(0, Recomputation.Of(office).Changed);
    }

    // One deal a month from April 2025 on, with a fiscal year from April.
    private static Office YearOfDeals()
    {
        var office = new Office();
        for (var month = 0; month < Deals; month++)
        {
            office.Win(office.Deal(), new DateTime(2025, 4, 3, 3, 0, 0, DateTimeKind.Utc).AddMonths(month), revenue: 10m);
        }

        office.Org.RunJobs();
        office.Advance(TimeSpan.FromHours(1));
        office.Sweep();
        office.Advance(TimeSpan.FromHours(1));
        return office;
    }

    private static void Converge(Office office, bool bySweep)
    {
        office.Advance(TimeSpan.FromHours(1));
        if (bySweep)
        {
            office.Sweep();
        }
        else
        {
            Assert.AreEqual(0, Recomputation.Of(office).Drifted);
        }

        office.Advance(TimeSpan.FromHours(1));
    }

    private static IEnumerable<Entity> Totals(Office office) => office.Rows(Rollup.Table)
        .Where(row => row.FormattedValues[Rollup.Dimension1] == "All" && !row.GetAttributeValue<string>(Rollup.Tally)!.StartsWith("won=0;", StringComparison.Ordinal));

    private static void AssertEachDealOnce(Office office)
    {
        var counted = Totals(office)
            .GroupBy(row => row.FormattedValues[Rollup.Grain], row => int.Parse(row.GetAttributeValue<string>(Rollup.Tally)!.Split(';')[0]["won=".Length..], System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(grain => grain.Key, grain => grain.Sum());

        Assert.HasCount(4, counted);
        Assert.IsTrue(counted.Values.All(deals => deals == Deals), string.Join(", ", counted));
    }

    private static void AssertCalendar(Office office, int start) => Assert.IsTrue(
        Totals(office).Where(row => row.FormattedValues[Rollup.Grain] != "Month").All(row => (row.GetAttributeValue<DateTime>(Rollup.Start).Month - start + 12) % 3 == 0
            && (row.FormattedValues[Rollup.Grain] != "Fiscal year" || row.GetAttributeValue<DateTime>(Rollup.Start).Month == start)));
}
