using CrmExtensions.Interviews;
using CrmExtensions.Settings;
using static CrmExtensions.Interviews.InterviewStatus;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>Closed on 11 May, due 14 days later on the 25th.</summary>
[TestClass]
public sealed class LatenessTests
{
    private static readonly DateTime DueOn = Day("2026-05-25");

    [TestMethod]
    [DataRow("2026-05-11", "")]
    [DataRow("2026-05-24", "")]
    [DataRow("2026-05-25", "", DisplayName = "the due date itself")]
    [DataRow("2026-05-26", "due", DisplayName = "the day after")]
    [DataRow("2026-06-10", "due", DisplayName = "day 30")]
    [DataRow("2026-06-11", "due overdue", DisplayName = "day 31")]
    [DataRow("2026-08-09", "due overdue", DisplayName = "day 90")]
    [DataRow("2026-08-10", "due overdue stale", DisplayName = "day 91")]
    [DataRow("2036-01-01", "due overdue stale")]
    public void An_open_interview_is_due_overdue_and_stale_the_day_after(string today, string flags) =>
        Assert.AreEqual(flags, Flags(InProgress, today, new Policy()));

    [TestMethod]
    [DataRow(NotStarted, "due overdue stale")]
    [DataRow(InProgress, "due overdue stale")]
    [DataRow(Scheduled, "due overdue stale")]
    [DataRow(Submitted, "due overdue stale")]
    [DataRow(Returned, "due overdue stale")]
    [DataRow(Completed, "due")]
    [DataRow(CompletedWaived, "due")]
    [DataRow(InterviewStatus.Superseded, "")]
    [DataRow(OutOfScope, "")]
    public void A_completed_one_was_due_and_is_no_longer_late_and_the_rest_owes_nothing(InterviewStatus status, string flags) =>
        Assert.AreEqual(flags, Flags(status, "2027-01-01", new Policy()));

    [TestMethod]
    public void One_that_does_not_count_owes_nothing() => Assert.AreEqual("", Flags(InProgress, "2027-01-01", new Policy(), isCurrent: false));

    [TestMethod]
    //       overdue stale  due day after, then the first day on which it is overdue and stale
    [DataRow(20, 40, "2026-06-01", "2026-06-21")]
    [DataRow(14, 14, "2026-05-26", "2026-05-26")]
    [DataRow(0, 5, "2026-05-26", "2026-05-26", DisplayName = "never before it is due")]
    [DataRow(-7, int.MinValue, "2026-05-26", "2026-05-26", DisplayName = "a typing error")]
    public void The_settings_count_from_the_day_the_due_date_counts_from(int overdue, int stale, string overdueFrom, string staleFrom)
    {
        var policy = new Policy { OverdueDays = overdue, StaleDays = stale };

        Assert.IsFalse(On(overdueFrom, -1, policy).IsOverdue);
        Assert.IsTrue(On(overdueFrom, 0, policy).IsOverdue);
        Assert.IsFalse(On(staleFrom, -1, policy).IsStale);
        Assert.IsTrue(On(staleFrom, 0, policy).IsStale);
    }

    [TestMethod]
    public void A_typing_error_of_thousands_of_years_leaves_the_calendar_alone() =>
        Assert.AreEqual("due", Flags(InProgress, "2036-01-01", new Policy { OverdueDays = int.MaxValue, StaleDays = int.MaxValue }));

    private static Lateness On(string day, int later, Policy policy) => Lateness.Of(InProgress, isCurrent: true, DueOn, Day(day).AddDays(later), policy);

    private static string Flags(InterviewStatus status, string today, Policy policy, bool isCurrent = true)
    {
        var lateness = Lateness.Of(status, isCurrent, DueOn, Day(today), policy);
        string[] flags = [lateness.IsDue ? "due" : "", lateness.IsOverdue ? "overdue" : "", lateness.IsStale ? "stale" : ""];
        return string.Join(' ', flags.Where(flag => flag.Length > 0));
    }
}
