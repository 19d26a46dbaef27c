using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>The sweep ends waivers that nobody decided in time, and those whose hearing took place without anybody noticing.</summary>
[TestClass]
public sealed class EndedWaiverTests
{
    [TestMethod]
    [DataRow(30, "Requested", 0)]
    [DataRow(31, "Expired", 1)]
    public void A_request_expires_the_day_after_its_30_days(int days, string status, int changed)
    {
        using var desk = new Desk();
        var waiver = Ask(desk);
        desk.Office.Advance(TimeSpan.FromDays(days));

        Assert.AreEqual(changed, SweepPart.Run(desk.Office, "waivers").Sum());

        Assert.AreEqual(status, Decision(desk, waiver));
        Assert.AreEqual(changed == 1, Row(desk, waiver).Contains(Waiver.DecidedOn));
        Assert.AreEqual(0, SweepPart.Run(desk.Office, "waivers").Sum());
    }

    [TestMethod]
    public void The_days_are_those_of_the_settings()
    {
        using var desk = new Desk();
        desk.Office.Policy((Setting.WaiverExpiryDays, 3));
        var waiver = Ask(desk);
        desk.Office.Advance(TimeSpan.FromDays(4));

        SweepPart.Run(desk.Office, "waivers");

        Assert.AreEqual("Expired", Decision(desk, waiver));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_hearing_whose_job_was_lost_cancels_it_after_all(bool approved)
    {
        using var desk = new Desk();
        var waiver = Ask(desk);
        if (approved)
        {
            desk.Office.Manager.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(1) });
        }

        desk.Office.Org.EnableSteps(step => step.IsAsynchronous, false);
        desk.FillIn();
        desk.Office.Org.EnableSteps(_ => true, true);
        desk.Office.Advance(TimeSpan.FromDays(40));

        Assert.AreEqual(1, SweepPart.Run(desk.Office, "waivers").Sum());

        Assert.AreEqual("Cancelled by a hearing", Decision(desk, waiver));
        Assert.AreEqual(0, SweepPart.Run(desk.Office, "waivers").Sum());
    }

    [TestMethod]
    public void An_approved_waiver_does_not_expire()
    {
        using var desk = new Desk();
        var waiver = Ask(desk);
        desk.Office.Manager.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(1) });
        desk.Office.Advance(TimeSpan.FromDays(400));

        Assert.AreEqual(0, SweepPart.Run(desk.Office, "waivers").Sum());

        Assert.AreEqual("Approved", Decision(desk, waiver));
    }

    [TestMethod]
    public void Below_a_locked_interview_waivers_stay_as_they_are()
    {
        using var desk = new Desk();
        var waiver = Ask(desk);
        desk.Move(desk.Office.Manager, 9, (Interview.OutOfScopeReason, "A test order of our own"));
        desk.Office.Advance(TimeSpan.FromDays(40));

        Assert.AreEqual(0, SweepPart.Run(desk.Office, "waivers").Sum());

        Assert.AreEqual("Requested", Decision(desk, waiver));
    }

    private static Guid Ask(Desk desk) => desk.Office.Rep.Create(new Entity(Waiver.Table)
    {
        [Waiver.InterviewId] = new EntityReference(Interview.Table, desk.Id),
        [Waiver.Reason] = Desk.Choice(0),
    });

    private static string Decision(Desk desk, Guid waiver) => Row(desk, waiver).FormattedValues[Waiver.Decision];

    private static Entity Row(Desk desk, Guid waiver) => desk.Office.System.Retrieve(Waiver.Table, waiver, new ColumnSet(true));
}
