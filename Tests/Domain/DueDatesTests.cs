using CrmExtensions.Closing;
using CrmExtensions.Settings;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class DueDatesTests
{
    // 2 April 2026 is a Thursday.
    [TestMethod]
    //        closed on     on the day    reflection    hearing
    [DataRow("2026-03-31", "2026-03-31", "2026-04-02", "2026-04-14", DisplayName = "Tuesday: both count from it")]
    [DataRow("2026-04-02", "2026-04-02", "2026-04-06", "2026-04-16", DisplayName = "Thursday: the weekend counts for the hearing only")]
    [DataRow("2026-04-04", "2026-04-04", "2026-04-07", "2026-04-18", DisplayName = "Saturday: the hearing may fall on a weekend")]
    [DataRow("2026-01-15", "2026-04-02", "2026-04-06", "2026-04-16", DisplayName = "back-dated: both have their full time")]
    [DataRow("2026-04-02", "2026-03-31", "2026-04-06", "2026-04-16", DisplayName = "post-dated: both count from the close")]
    public void Both_parts_count_from_the_later_of_close_and_day(string closedOn, string day, string reflection, string hearing)
    {
        Assert.AreEqual(
            new DueDates(Day(reflection), Day(hearing)),
            DueDates.For(Day(closedOn), Day(day), new Policy()));
    }

    [TestMethod]
    public void A_policy_of_calendar_days_counts_weekends_for_the_reflection_too()
    {
        var policy = new Policy { ReflectionInWorkingDays = false, ReflectionDueDays = 3, HearingDueDays = 7 };

        Assert.AreEqual(
            new DueDates(Day("2026-04-05"), Day("2026-04-09")),
            DueDates.For(closedOn: Day("2026-03-31"), businessDateOfClose: Day("2026-04-02"), policy));
    }

    [TestMethod]
    [DataRow("9990-01-02")]
    [DataRow("9999-12-31")]
    public void A_close_at_the_end_of_the_calendar_is_due_at_once(string closedOn)
    {
        Assert.AreEqual(new DueDates(Day(closedOn), Day(closedOn)), DueDates.For(Day(closedOn), Day("2026-04-02"), new Policy()));
    }

    [TestMethod]
    public void A_policy_of_no_days_wants_both_at_once()
    {
        var policy = new Policy { ReflectionDueDays = 0, HearingDueDays = 0 };

        Assert.AreEqual(
            new DueDates(Day("2026-04-04"), Day("2026-04-04")),
            DueDates.For(Day("2026-04-04"), Day("2026-04-04"), policy));
    }
}
