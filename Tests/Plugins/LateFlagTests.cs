using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>The sweep sets the flags of late interviews the day after, and clears them. The deal is closed on 11 May and due on the 25th.</summary>
[TestClass]
public sealed class LateFlagTests
{
    private static readonly string[] Flags = [Interview.IsDue, Interview.IsOverdue, Interview.IsStale];

    [TestMethod]
    [DataRow(14, "")]
    [DataRow(15, "wl_isdue")]
    [DataRow(30, "wl_isdue")]
    [DataRow(31, "wl_isdue wl_isoverdue")]
    [DataRow(90, "wl_isdue wl_isoverdue")]
    [DataRow(91, "wl_isdue wl_isoverdue wl_isstale")]
    public void An_open_interview_is_due_overdue_and_stale_the_day_after_and_only_once(int days, string flags)
    {
        using var desk = new Desk();
        desk.Office.Advance(TimeSpan.FromDays(days));

        var changed = SweepPart.Run(desk.Office, "flags").Sum();

        Assert.AreEqual(flags, Set(desk));
        Assert.AreEqual(flags.Length > 0 ? 1 : 0, changed);
        Assert.AreEqual(0, SweepPart.Run(desk.Office, "flags").Sum());
    }

    [TestMethod]
    public void The_day_ends_where_the_business_is()
    {
        using var desk = new Desk();
        desk.Office.Advance(new DateTime(2026, 5, 25, 14, 59, 0, DateTimeKind.Utc) - desk.Office.Now);
        SweepPart.Run(desk.Office, "flags");
        Assert.AreEqual("", Set(desk));

        desk.Office.Advance(TimeSpan.FromMinutes(1));
        SweepPart.Run(desk.Office, "flags");

        Assert.AreEqual("wl_isdue", Set(desk));
    }

    [TestMethod]
    public void Completing_ends_the_delay_in_the_same_save_and_what_was_due_stays_so()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Office.Advance(TimeSpan.FromDays(91));
        SweepPart.Run(desk.Office, "flags");
        Assert.AreEqual(string.Join(' ', Flags), Set(desk));
        desk.Move(desk.Office.Rep, 4);

        desk.Move(desk.Office.Manager, 6);

        Assert.AreEqual("wl_isdue", Set(desk));
        Assert.AreEqual(0, SweepPart.Run(desk.Office, "flags").Sum());
    }

    [TestMethod]
    public void An_interview_completed_in_time_is_due_too_so_that_it_counts_as_on_time()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 6);
        desk.Office.Advance(TimeSpan.FromDays(15));

        SweepPart.Run(desk.Office, "flags");

        Assert.AreEqual("wl_isdue", Set(desk));
        Assert.IsTrue(desk.Row.GetAttributeValue<bool>(Interview.OnTime));
    }

    [TestMethod]
    public void Ruling_it_out_clears_everything_in_the_same_save()
    {
        using var desk = new Desk();
        desk.Office.Advance(TimeSpan.FromDays(91));
        SweepPart.Run(desk.Office, "flags");

        desk.Move(desk.Office.Manager, 9, (Interview.OutOfScopeReason, "A test order of our own"));

        Assert.AreEqual("", Set(desk));
        Assert.AreEqual(0, SweepPart.Run(desk.Office, "flags").Sum());
    }

    [TestMethod]
    public void What_was_reopened_is_cleared_by_the_sweep()
    {
        using var desk = new Desk();
        desk.Office.Advance(TimeSpan.FromDays(91));
        SweepPart.Run(desk.Office, "flags");
        desk.Office.Reopen(desk.Deal);

        Assert.AreEqual(1, SweepPart.Run(desk.Office, "flags").Sum());

        Assert.AreEqual("", Set(desk));
        Assert.AreEqual(0, SweepPart.Run(desk.Office, "flags").Sum());
    }

    [TestMethod]
    public void Other_settings_change_what_is_late_already()
    {
        using var desk = new Desk();
        desk.Office.Advance(TimeSpan.FromDays(50));
        SweepPart.Run(desk.Office, "flags");
        Assert.AreEqual("wl_isdue wl_isoverdue", Set(desk));

        desk.Office.Policy((Setting.OverdueDays, 50), (Setting.StaleDays, 60));
        SweepPart.Run(desk.Office, "flags");
        Assert.AreEqual("wl_isdue", Set(desk));

        desk.Office.Policy((Setting.OverdueDays, 40), (Setting.StaleDays, 49));
        SweepPart.Run(desk.Office, "flags");
        Assert.AreEqual(string.Join(' ', Flags), Set(desk));
    }

    [TestMethod]
    public void A_hundred_and_twenty_late_interviews_take_three_calls_and_the_next_time_one()
    {
        using var office = new Office();
        for (var deal = 0; deal < 120; deal++)
        {
            office.Lose(office.Deal(), Desk.Day(1));
        }

        office.Advance(TimeSpan.FromDays(31));

        CollectionAssert.AreEqual(new[] { 50, 50, 20 }, SweepPart.Run(office, "flags").ToList());
        CollectionAssert.AreEqual(new[] { 0 }, SweepPart.Run(office, "flags").ToList());
        Assert.IsTrue(office.Rows(Interview.Table).All(row => row.GetAttributeValue<bool>(Interview.IsOverdue)));
    }

    [TestMethod]
    [DataRow("flags:yesterday")]
    [DataRow("missing:1")]
    [DataRow("retention:month-2026-04-01")]
    public void A_token_with_a_place_that_is_none_is_refused(string token)
    {
        using var office = new Office();

        Assert.Contains($"'{token}' is no continuation token", Desk.Refusal(() => office.System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = token })));
    }

    private static string Set(Desk desk) => string.Join(' ', Flags.Where(flag => desk.Row.GetAttributeValue<bool>(flag)));
}
