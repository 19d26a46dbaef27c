using CrmExtensions.Calendar;
using CsCheck;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class BusinessDateTests
{
    [TestMethod]
    [DataRow("2026-03-30T15:00:00", "2026-03-31")]
    [DataRow("2026-03-31T00:00:00", "2026-03-31")]
    [DataRow("2026-03-31T14:59:59", "2026-03-31")]
    [DataRow("2026-03-31T15:00:00", "2026-04-01")]
    [DataRow("2026-04-01T14:59:59", "2026-04-01")]
    [DataRow("2026-12-31T15:00:00", "2027-01-01")]
    public void The_day_begins_in_Tokyo_at_15_oclock_UTC(string utc, string date)
    {
        Assert.AreEqual(Day(date), BusinessDate.Of(Utc(utc), Tokyo));
    }

    [TestMethod]
    [DataRow("2026-03-28T22:59:59", "2026-03-28", DisplayName = "winter time, 23:59:59")]
    [DataRow("2026-03-28T23:00:00", "2026-03-29", DisplayName = "winter time, the last midnight")]
    [DataRow("2026-03-29T21:59:59", "2026-03-29", DisplayName = "summer time, 23:59:59")]
    [DataRow("2026-03-29T22:00:00", "2026-03-30", DisplayName = "summer time, the first midnight")]
    [DataRow("2026-10-24T22:00:00", "2026-10-25", DisplayName = "summer time, the last midnight")]
    [DataRow("2026-10-25T22:59:59", "2026-10-25", DisplayName = "winter time again, 23:59:59")]
    [DataRow("2026-10-25T23:00:00", "2026-10-26", DisplayName = "winter time again, the first midnight")]
    public void The_day_begins_in_Berlin_an_hour_earlier_in_summer(string utc, string date)
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("W. Europe Standard Time");

        Assert.AreEqual(Day(date), BusinessDate.Of(Utc(utc), berlin));
    }

    [TestMethod]
    [DataRow(DateTimeKind.Utc)]
    [DataRow(DateTimeKind.Unspecified)]
    [DataRow(DateTimeKind.Local)]
    public void A_moment_is_read_as_UTC_whatever_its_kind_says_and_the_date_has_none(DateTimeKind kind)
    {
        var date = BusinessDate.Of(DateTime.SpecifyKind(Utc("2026-03-31T15:00:00"), kind), Tokyo);

        Assert.AreEqual(Day("2026-04-01"), date);
        Assert.AreEqual(DateTimeKind.Unspecified, date.Kind);
    }

    [TestMethod]
    //       April 2026: the 3rd is a Friday
    [DataRow("2026-04-02", 0, "2026-04-02", DisplayName = "Thursday and none")]
    [DataRow("2026-04-02", 1, "2026-04-03", DisplayName = "Thursday and one: Friday")]
    [DataRow("2026-04-02", 2, "2026-04-06", DisplayName = "Thursday and two: Monday")]
    [DataRow("2026-04-03", 1, "2026-04-06", DisplayName = "Friday and one: Monday")]
    [DataRow("2026-04-03", 5, "2026-04-10", DisplayName = "Friday and five: Friday")]
    [DataRow("2026-04-03", 6, "2026-04-13", DisplayName = "Friday and six: the second Monday")]
    [DataRow("2026-04-04", 0, "2026-04-04", DisplayName = "Saturday and none stays Saturday")]
    [DataRow("2026-04-04", 1, "2026-04-06", DisplayName = "Saturday and one: Monday")]
    [DataRow("2026-04-05", 1, "2026-04-06", DisplayName = "Sunday and one: Monday")]
    [DataRow("2026-04-05", 2, "2026-04-07", DisplayName = "Sunday and two: Tuesday")]
    public void Working_days_pass_over_Saturday_and_Sunday(string from, int days, string to)
    {
        Assert.AreEqual(Day(to), BusinessDate.AddWorkingDays(Day(from), days));
    }

    [TestMethod]
    [DataRow("Tokyo Standard Time", "2026-04-01", "2026-03-31T15:00:00")]
    [DataRow("W. Europe Standard Time", "2026-03-29", "2026-03-28T23:00:00")]
    [DataRow("W. Europe Standard Time", "2026-03-30", "2026-03-29T22:00:00")]
    [DataRow("E. South America Standard Time", "2018-11-04", "2018-11-04T03:00:00", DisplayName = "the clocks went forward at midnight")]
    public void A_date_begins_at_the_first_moment_it_has(string zone, string date, string utc)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var began = BusinessDate.Begin(Day(date), place);

        Assert.AreEqual(Utc(utc), began);
        Assert.AreEqual(Day(date), BusinessDate.Of(began, place));
        Assert.AreEqual(Day(date).AddDays(-1), BusinessDate.Of(began.AddSeconds(-1), place));
    }

    [TestMethod]
    public void As_many_weekdays_lie_behind_as_were_added_and_the_last_is_one()
    {
        Gen.Select(Gen.Date[Day("2020-01-01"), Day("2030-12-31")], Gen.Int[1, 60]).Sample((from, days) =>
        {
            var to = BusinessDate.AddWorkingDays(from, days);
            var passed = Enumerable.Range(1, (to - from).Days).Select(i => from.AddDays(i)).ToList();
            return passed.Count(IsWeekday) == days && IsWeekday(to);
        });
    }

    [TestMethod]
    public void Adding_in_two_steps_is_adding_at_once()
    {
        Gen.Select(Gen.Date[Day("2020-01-01"), Day("2030-12-31")], Gen.Int[0, 30], Gen.Int[0, 30]).Sample((from, some, more) =>
            BusinessDate.AddWorkingDays(BusinessDate.AddWorkingDays(from, some), more) == BusinessDate.AddWorkingDays(from, some + more));
    }

    private static bool IsWeekday(DateTime date) => (int)date.DayOfWeek is >= 1 and <= 5;
}
