using System.ServiceModel;
using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>What the sweep finds although no event told of it, and that one thing it cannot repair does not keep it from the rest.</summary>
[TestClass]
public sealed class MissedEventTests
{
    [TestMethod]
    [DataRow(true, DisplayName = "closed again with the other outcome")]
    [DataRow(false, DisplayName = "closed again with the same outcome")]
    public void A_reopening_and_a_second_close_that_no_step_saw_are_found(bool turned)
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal, Day(1), revenue: 10m);
        office.Org.RunJobs();
        office.Org.EnableSteps(_ => true, false);
        office.Reopen(deal);
        Close(office, deal, turned);
        office.Org.EnableSteps(_ => true, true);

        SweepFor(office, hours: 2);

        var interviews = office.Interviews(deal);
        CollectionAssert.AreEqual(new[] { "Superseded", "Not started" }, interviews.Select(row => row.FormattedValues[Interview.StatusCode]).ToList());
        Assert.AreEqual(turned ? "Lost" : "Won", interviews[1].FormattedValues[Interview.Outcome]);
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    public void A_second_close_with_the_other_outcome_is_found_however_long_ago_it_was()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal, Day(1));
        office.Org.RunJobs();
        office.Org.EnableSteps(_ => true, false);
        office.Reopen(deal);
        office.Lose(deal, Day(2));
        office.Org.EnableSteps(_ => true, true);
        office.Advance(TimeSpan.FromDays(400));

        SweepFor(office, hours: 1);

        Assert.AreEqual("Lost", office.Interviews(deal).Single(row => row.GetAttributeValue<bool>(Interview.IsCurrent)).FormattedValues[Interview.Outcome]);
    }

    [TestMethod]
    public void A_closed_deal_without_a_close_date_is_no_reason_to_pass_it_over()
    {
        using var office = new Office();
        office.Policy((Setting.GoLiveOn, new DateTime(2026, 4, 1)));
        office.Org.EnableSteps(_ => true, false);
        var deal = office.Deal();
        office.Win(deal, Day(5));
        office.System.Update(new Entity(Opportunity.Table, deal) { [Opportunity.ActualCloseDate] = null });
        office.Org.EnableSteps(_ => true, true);

        SweepFor(office, hours: 1);

        Assert.HasCount(1, office.Interviews(deal));
    }

    [TestMethod]
    public void One_opportunity_that_cannot_be_put_right_does_not_keep_the_others_from_it()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        var (sick, sound) = (office.Deal(), office.Deal());
        office.Win(sick, Day(1));
        office.Win(sound, Day(1));
        office.Org.EnableSteps(_ => true, true);
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request is CreateRequest { Target: { LogicalName: Interview.Table } row } && row.GetAttributeValue<string>(Interview.OpportunityKey) == sick.ToString("D"))
            {
                throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = -2147220970 }, "An unexpected error occurred.");
            }
        };

        office.Sweep();

        Assert.IsEmpty(office.Interviews(sick));
        Assert.HasCount(1, office.Interviews(sound));
    }

    [TestMethod]
    public void A_month_key_that_is_none_does_not_keep_the_months_from_being_folded()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        var (strange, sound) = (office.Deal(), office.Deal());
        office.Win(strange, Day(1));
        office.Win(sound, Day(1));
        office.Org.EnableSteps(_ => true, true);
        office.Sweep();
        office.System.Update(new Entity(Interview.Table, office.Interviews(strange).Single().Id) { [Interview.PeriodKey] = "april", [Interview.ServerWrite] = "server" });

        SweepFor(office, hours: 2);

        Assert.Contains("month-2026-04-01 All : won=1;", string.Join('\n', Tallies.Stored(office)));
    }

    [TestMethod]
    public void An_interview_that_could_not_be_given_to_its_rep_is_given_later()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal, Day(1));
        var fails = true;
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (fails && request is UpdateRequest { Target: { LogicalName: Interview.Table } row } && row.Contains(Interview.OwnerId))
            {
                throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = -2147204784 }, "Sql error: deadlock");
            }
        };
        office.Org.RunJobs();
        Assert.AreNotEqual(office.RepId, Owner(office, deal));
        fails = false;

        SweepFor(office, hours: 1);

        Assert.AreEqual(office.RepId, Owner(office, deal));
    }

    [TestMethod]
    public void An_interview_that_was_given_to_somebody_else_meanwhile_stays_with_him()
    {
        using var office = new Office();
        var colleague = office.Org.AddUser("Colleague", office.Unit, ["Salesperson", "WL Seller"]);
        var deal = office.Deal();
        office.Win(deal, Day(1));
        var interview = office.Interviews(deal).Single().Id;
        office.System.Update(new Entity(Interview.Table, interview) { [Interview.OwnerId] = new EntityReference(SystemUser.Table, colleague) });

        office.Org.RunJobs();
        SweepFor(office, hours: 1);

        Assert.AreEqual(colleague, Owner(office, deal));
    }

    [TestMethod]
    public void A_close_row_that_comes_late_still_names_its_competitor()
    {
        using var office = new Office(new CloseBehavior { AllowsBareStateUpdate = true });
        var rival = office.Rival("Orrery Cloud");
        var deal = office.Deal();
        office.SetState(deal, Opportunity.StateCodeOption.Lost);
        office.Org.RunJobs();
        office.Org.EnableSteps(_ => true, false);
        var row = Office.CloseRow(office.Deal(), office.Now, rival: rival);
        row[OpportunityClose.OpportunityStateCode] = new OptionSetValue(Opportunity.StateCodeOption.Lost);
        row.Id = office.System.Create(row);
        office.System.Update(new Entity(OpportunityClose.Table, row.Id) { [OpportunityClose.OpportunityId] = new EntityReference(Opportunity.Table, deal) });
        office.Org.EnableSteps(_ => true, true);

        SweepFor(office, hours: 1);

        Assert.AreEqual(rival, office.Rows(InterviewCompetitor.Table).Single().GetAttributeValue<EntityReference>(InterviewCompetitor.CompetitorId)!.Id);
    }

    [TestMethod]
    public void A_date_at_the_end_of_the_calendar_neither_blocks_the_close_nor_the_fold()
    {
        using var office = new Office();

        office.Win(office.Deal(), new DateTime(9999, 12, 30, 3, 0, 0, DateTimeKind.Utc));
        office.Org.RunJobs();

        Assert.IsEmpty(office.Org.FailedJobs);
        Assert.Contains("month-9999-12-01 All : won=1;", string.Join('\n', Tallies.Stored(office)));
        Assert.Contains("year-9999-04-01 All : won=1;", string.Join('\n', Tallies.Stored(office)));
    }

    private static void Close(Office office, Guid deal, bool turned)
    {
        if (turned)
        {
            office.Lose(deal, Day(2));
        }
        else
        {
            office.Win(deal, Day(2).AddMonths(1), revenue: 99m);
        }
    }

    private static void SweepFor(Office office, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            office.Advance(TimeSpan.FromHours(1));
            office.Sweep();
        }

        office.Advance(TimeSpan.FromHours(1));
        office.Sweep();
    }

    private static Guid Owner(Office office, Guid deal) => office.Interviews(deal).Single().GetAttributeValue<EntityReference>(Interview.OwnerId)!.Id;

    private static DateTime Day(int day) => new(2026, 4, day, 3, 0, 0, DateTimeKind.Utc);
}
