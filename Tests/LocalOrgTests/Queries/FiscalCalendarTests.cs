using CrmExtensions.Local;

namespace CrmExtensions.Tests;

/// <summary>
/// There are annual, semiannual, quarterly and monthly fiscal calendars, and one of four weeks that is not modelled (the tables
/// listed in PD/transaction-currency-currency-entity.md); other periods are refused before a query meets them.
/// </summary>
[TestClass]
public sealed class FiscalCalendarTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(6)]
    [DataRow(12)]
    public void Equal_periods_make_up_a_year(int months) => Assert.AreEqual(months, new FiscalCalendar { MonthsOfPeriod = months }.MonthsOfPeriod);

    [TestMethod]
    [DataRow(0)]
    [DataRow(4)]
    [DataRow(5)]
    [DataRow(13)]
    public void Other_periods_are_refused(int months) =>
        Assert.Contains("12, 6, 3 or 1", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new FiscalCalendar { MonthsOfPeriod = months }).Message);

    [TestMethod]
    [DataRow(0)]
    [DataRow(13)]
    public void A_year_begins_in_a_month(int month) =>
        Assert.Contains("from 1 to 12", Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new FiscalCalendar { StartMonth = month }).Message);
}
