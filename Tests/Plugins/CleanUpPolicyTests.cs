using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A bulk clean-up of stale deals does not create as many hearings (product.md 13).</summary>
[TestClass]
public sealed class CleanUpPolicyTests
{
    private const int Stale = 400;

    [TestMethod]
    public void Five_hundred_stale_deals_lost_in_bulk_leave_no_open_hearing_and_all_count()
    {
        using var office = Strict();
        var deals = Enumerable.Range(0, 500).Select(_ => office.Deal()).ToList();
        office.Advance(TimeSpan.FromDays(Stale));

        deals.ForEach(deal => office.Lose(deal));
        office.Org.RunJobs();

        var interviews = office.Rows(Interview.Table);
        Assert.HasCount(500, interviews);
        Assert.IsTrue(interviews.All(row => row.FormattedValues[Interview.StatusCode] == "Out of scope" && row.GetAttributeValue<bool>(Interview.IsCurrent)));
        Assert.IsTrue(interviews.All(row => row.GetAttributeValue<OptionSetValue>(Interview.StateCode)!.Value == Interview.StateCodeOption.Inactive));
        Assert.AreEqual(
            "方針により対象外（整理）：400 日経過した失注（基準 365 日）、金額 1,500,000（2,000,000 未満、基準通貨）、直近 365 日間の活動なし / By policy, clean-up: lost after 400 days (limit 365), value 1,500,000 below 2,000,000 (base currency), no activity in the last 365 days",
            interviews.Select(row => row.GetAttributeValue<string>(Interview.OutOfScopeReason)).Distinct().Single());
        Assert.IsEmpty(office.Rows(AppNotification.Table), "nobody is asked for a reflection");
        Assert.IsEmpty(office.Org.FailedJobs);
        office.Advance(TimeSpan.FromMinutes(10));
        office.Sweep();
        Assert.Contains("All : won=0;lost=500;", string.Join('\n', Tallies.Stored(office)));
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    [DataRow(Stale, 1_500_000, false, "Out of scope")]
    [DataRow(364, 1_500_000, false, "Not started")]
    [DataRow(Stale, 2_000_000, false, "Not started")]
    [DataRow(Stale, 1_500_000, true, "Not started")]
    public void Only_old_small_lost_deals_are_ruled_out(int age, int value, bool won, string status)
    {
        using var office = Strict();
        var deal = office.Deal(value);
        office.Advance(TimeSpan.FromDays(age));

        Assert.AreEqual(status, StatusOf(office, deal, won));
    }

    [TestMethod]
    //       ended  due    noted  state  (days before the close; 3 scheduled, 1 completed, 2 cancelled)
    [DataRow(100, null, 100, 1, "Not started", DisplayName = "a meeting 100 days ago")]
    [DataRow(366, 366, 366, 1, "Out of scope", DisplayName = "a meeting 366 days ago")]
    [DataRow(366, 366, 1, 1, "Out of scope", DisplayName = "an old meeting that was noted yesterday")]
    [DataRow(100, 100, 100, 2, "Out of scope", DisplayName = "a meeting that was cancelled")]
    [DataRow(null, -30, 380, 3, "Not started", DisplayName = "a meeting in 30 days")]
    [DataRow(null, 370, 380, 3, "Out of scope", DisplayName = "a plan nobody kept")]
    [DataRow(null, null, 10, 3, "Not started", DisplayName = "noted 10 days ago, without a date")]
    public void A_deal_on_which_something_happened_lately_keeps_its_hearing(int? ended, int? due, int noted, int state, string status)
    {
        using var office = Strict();
        var deal = office.Deal();
        var close = office.Now.AddDays(Stale);
        office.Advance(TimeSpan.FromDays(Stale - noted));
        office.System.Create(new Entity(Appointment.Table)
        {
            [Appointment.Subject] = "Visit",
            [Appointment.RegardingObjectId] = new EntityReference(Opportunity.Table, deal),
            [Appointment.ActualEnd] = ended is null ? null : close.AddDays(-ended.Value),
            [Appointment.ScheduledEnd] = due is null ? null : close.AddDays(-due.Value),
            [Appointment.StateCode] = new OptionSetValue(state),
        });
        office.Advance(close - office.Now);

        Assert.AreEqual(status, StatusOf(office, deal, won: false));
    }

    [TestMethod]
    public void Neither_another_deals_activity_nor_an_earlier_close_keeps_a_deal_from_being_stale()
    {
        using var office = Strict();
        var (deal, other) = (office.Deal(), office.Deal());
        office.Advance(TimeSpan.FromDays(Stale));
        office.System.Create(new Entity(Appointment.Table)
        {
            [Appointment.Subject] = "Visit",
            [Appointment.RegardingObjectId] = new EntityReference(Opportunity.Table, other),
        });
        office.Lose(deal);
        office.Reopen(deal);

        office.Lose(deal);
        office.Org.RunJobs();

        CollectionAssert.AreEqual(new[] { "Superseded", "Out of scope" }, office.Interviews(deal).Select(row => row.FormattedValues[Interview.StatusCode]).ToList());
    }

    [TestMethod]
    [DataRow(true, 400_000, "Out of scope")]
    [DataRow(false, 400_000, "Out of scope")]
    [DataRow(true, 500_000, "Not started")]
    public void A_close_below_the_minimum_value_needs_no_hearing(bool won, int value, string status)
    {
        using var office = new Office();
        office.Policy((Setting.MinimumValue, 500_000m));

        Assert.AreEqual(status, StatusOf(office, office.Deal(value), won));
    }

    [TestMethod]
    public void Nobody_is_named_as_the_reviewer_of_what_a_policy_ruled_out()
    {
        using var office = new Office();
        office.Policy((Setting.MinimumValue, 500_000m));
        var deal = office.Deal(1m);
        StatusOf(office, deal, won: false);

        Assert.DoesNotContain(Interview.ReviewerId, office.Interviews(deal).Single().Attributes.Keys);
    }

    [TestMethod]
    public void The_mark_of_the_policy_is_not_the_users_to_set()
    {
        using var desk = new Desk();

        Assert.Contains("wl_serverwrite", Desk.Refusal(() => desk.Move(desk.Office.Rep, 9, (Interview.OutOfScopeReason, "Because I say so"), (Interview.ServerWrite, "policy"))));

        Assert.AreEqual("Not started", desk.Status);
    }

    private static Office Strict()
    {
        var office = new Office();
        office.Policy((Setting.CleanupAgeDays, 365), (Setting.CleanupBelow, 2_000_000m));
        return office;
    }

    private static string StatusOf(Office office, Guid deal, bool won)
    {
        if (won)
        {
            office.Win(deal);
        }
        else
        {
            office.Lose(deal);
        }

        office.Org.RunJobs();
        Assert.IsEmpty(office.Org.FailedJobs);
        return office.Interviews(deal).Single().FormattedValues[Interview.StatusCode];
    }
}
