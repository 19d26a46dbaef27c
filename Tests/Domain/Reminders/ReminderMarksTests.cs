using CrmExtensions.Reminders;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>The days of an interview that is due on 25 May 2026 (product.md 6, B10).</summary>
[TestClass]
public sealed class ReminderMarksTests
{
    private const string DueOn = "2026-05-25";

    [TestMethod]
    [DataRow("2026-05-21", null)]
    [DataRow("2026-05-22", ReminderMark.BeforeDue)]
    [DataRow("2026-05-24", ReminderMark.BeforeDue)]
    [DataRow("2026-05-25", ReminderMark.Due)]
    [DataRow("2026-05-27", ReminderMark.Due)]
    [DataRow("2026-05-28", ReminderMark.PastDue)]
    [DataRow("2026-06-03", ReminderMark.PastDue)]
    [DataRow("2026-06-04", ReminderMark.LongPastDue)]
    [DataRow("2027-06-04", ReminderMark.LongPastDue)]
    public void Are_three_days_before_the_day_itself_three_and_ten_days_after(string today, ReminderMark? mark) =>
        Assert.AreEqual(mark, ReminderMarks.LastPassed(Day(DueOn), Day(today)));

    [TestMethod]
    //        today         last reminder
    [DataRow("2026-05-21", null, false, DisplayName = "before the first mark")]
    [DataRow("2026-05-22", null, true, DisplayName = "on the first mark")]
    [DataRow("2026-05-22", "2026-05-22", false, DisplayName = "reminded today")]
    [DataRow("2026-05-24", "2026-05-22", false, DisplayName = "between two marks")]
    [DataRow("2026-05-24", null, true, DisplayName = "the first mark missed")]
    [DataRow("2026-05-25", "2026-05-24", true, DisplayName = "the next mark, a late reminder of the first")]
    [DataRow("2026-05-28", "2026-05-25", true, DisplayName = "three days after")]
    [DataRow("2026-05-30", "2026-05-24", true, DisplayName = "two marks missed")]
    [DataRow("2026-06-04", "2026-06-03", true, DisplayName = "ten days after")]
    [DataRow("2026-06-04", "2026-06-04", false, DisplayName = "the last mark, reminded")]
    [DataRow("2027-01-01", "2026-06-04", false, DisplayName = "nothing after the last mark")]
    [DataRow("2027-01-01", "2026-06-03", true, DisplayName = "the last mark missed for months")]
    public void A_reminder_is_needed_where_the_last_mark_lies_after_the_last_reminder(string today, string? last, bool isNeeded) =>
        Assert.AreEqual(isNeeded, ReminderMarks.IsNeeded(Day(DueOn), last is null ? null : Day(last), Day(today)));

    [TestMethod]
    //        now, UTC            local clock         last digest, UTC
    [DataRow("2026-05-21 23:29", "2026-05-22 08:29", null, false)]
    [DataRow("2026-05-21 23:30", "2026-05-22 08:30", null, true)]
    [DataRow("2026-05-22 14:59", "2026-05-22 23:59", null, true)]
    [DataRow("2026-05-22 09:00", "2026-05-22 18:00", "2026-05-21 23:30", false)]
    [DataRow("2026-05-22 09:00", "2026-05-22 18:00", "2026-05-21 15:00", false)]
    [DataRow("2026-05-22 09:00", "2026-05-22 18:00", "2026-05-21 14:59", true)]
    [DataRow("2026-05-22 15:30", "2026-05-22 08:30", "2026-05-21 23:30", true, DisplayName = "Pacific: yesterday afternoon")]
    public void A_digest_goes_out_from_half_past_eight_once_a_day_of_the_person(string now, string local, string? last, bool isDue) =>
        Assert.AreEqual(isDue, DigestTime.IsDue(Utc(now), Utc(local), last is null ? null : Utc(last)));
}
