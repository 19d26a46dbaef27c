using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>wl_RunDailySweep repairs whatever events have missed, and changes nothing where nothing was missed.</summary>
[TestClass]
public sealed class SweepTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Makes_the_interviews_of_closes_that_no_step_saw(bool apiInTransaction)
    {
        using var office = new Office(apiInTransaction: apiInTransaction);
        office.Org.EnableSteps(_ => true, false);
        var (won, lost) = (office.Deal(), office.Deal());
        office.Win(won, Day(1), revenue: 70m);
        office.Lose(lost, Day(2));
        office.Org.EnableSteps(_ => true, true);
        office.Advance(TimeSpan.FromMinutes(10));

        office.Sweep();
        office.Advance(TimeSpan.FromMinutes(10));
        office.Sweep();

        Assert.AreEqual("Sweep", office.Interviews(won).Single().FormattedValues[Interview.ClosedVia]);
        Assert.AreEqual(70m, office.Interviews(won).Single().GetAttributeValue<decimal>(Interview.BaseValue));
        Assert.AreEqual(office.RepId, office.Interviews(lost).Single().GetAttributeValue<EntityReference>(Interview.OwnerId)!.Id);
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    public void Leaves_closes_before_go_live_alone()
    {
        using var office = new Office();
        office.Policy((Setting.GoLiveOn, new DateTime(2026, 4, 5)));
        office.Org.EnableSteps(_ => true, false);
        var (before, after) = (office.Deal(), office.Deal());
        office.Win(before, Day(4));
        office.Win(after, Day(5));
        office.Org.EnableSteps(_ => true, true);

        office.Sweep();

        Assert.IsEmpty(office.Interviews(before));
        Assert.HasCount(1, office.Interviews(after));
    }

    [TestMethod]
    public void Supersedes_what_a_bypassed_reopening_left_current()
    {
        using var office = new Office();
        var (open, twice) = (office.Deal(), office.Deal());
        office.Win(open, Day(1));
        office.Win(twice, Day(1));
        office.Org.RunJobs();
        office.Org.EnableSteps(step => step.Table == Opportunity.Table, false);
        office.Reopen(open);
        office.Reopen(twice);
        office.Org.EnableSteps(step => step.IsAsynchronous, false);
        office.Lose(twice, Day(2));
        office.Org.EnableSteps(_ => true, true);
        office.Org.RunJobs();

        office.Sweep();

        Assert.AreEqual("Superseded", office.Interviews(open).Single().FormattedValues[Interview.StatusCode]);
        CollectionAssert.AreEqual(new[] { false, true }, office.Interviews(twice).Select(row => row.GetAttributeValue<bool>(Interview.IsCurrent)).ToList());
    }

    [TestMethod]
    public void Restored_opportunities_find_their_interviews_again()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal, Day(1));
        office.Org.RunJobs();
        var interview = office.Interviews(deal).Single();
        office.System.Update(new Entity(Interview.Table, interview.Id) { [Interview.OpportunityId] = null });

        office.Sweep();

        Assert.AreEqual(deal, office.Interviews(deal).Single().GetAttributeValue<EntityReference>(Interview.OpportunityId)!.Id);
    }

    [TestMethod]
    public void Changes_nothing_the_second_time()
    {
        using var office = new Office();
        office.Win(office.Deal(), Day(1));
        office.Lose(office.Deal(), Day(20));
        office.Org.RunJobs();
        office.Advance(TimeSpan.FromMinutes(10));
        office.Sweep();
        var rollups = Versions(office, Rollup.Table);
        var interviews = Versions(office, Interview.Table);
        office.Advance(TimeSpan.FromMinutes(10));

        office.Sweep();

        CollectionAssert.AreEqual(rollups, Versions(office, Rollup.Table));
        CollectionAssert.AreEqual(interviews, Versions(office, Interview.Table));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Brings_every_crash_to_the_same_end(bool apiInTransaction)
    {
        for (var lost = 1; ; lost += Enumerations.CrashStep)
        {
            using var office = new Office(apiInTransaction: apiInTransaction);
            var rival = office.Rival("Orrery Cloud");
            var reopened = office.Deal();
            office.Win(office.Deal(), Day(1), rival: rival);
            office.Lose(office.Deal(), Day(2), rival: rival);
            office.Win(reopened, Day(3));
            office.Reopen(reopened);

            var calls = 0;
            var crashing = lost;
            office.Org.Meter.AtServiceCall = (_, _) =>
            {
                if (++calls == crashing)
                {
                    throw new WorkerLostException();
                }
            };
            office.Org.RunJobs();
            if (calls < lost)
            {
                break;
            }

            office.Org.Meter.AtServiceCall = null;
            for (var hour = 0; hour < 3; hour++)
            {
                office.Advance(TimeSpan.FromHours(1));
                office.Sweep();
            }

            CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList(), $"worker lost at call {lost}");
            Assert.HasCount(2, office.Rows(InterviewCompetitor.Table), $"worker lost at call {lost}");
            Assert.IsTrue(office.Rows(Interview.Table).All(row => row.GetAttributeValue<EntityReference>(Interview.OwnerId)!.Id == office.RepId), $"worker lost at call {lost}");
            Assert.IsEmpty(office.Org.FailedJobs);
        }
    }

    [TestMethod]
    public void Refuses_a_token_that_is_not_its_own()
    {
        using var office = new Office();

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => office.System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = "tomorrow" }));

        Assert.Contains("'tomorrow' is no continuation token of this operation.", fault.Message);
    }

    [TestMethod]
    public void Is_refused_to_who_may_not_write_settings()
    {
        using var office = new Office();

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => office.Rep.Execute(new OrganizationRequest("wl_RunDailySweep")));

        Assert.Contains("prvWritewl_Setting", fault.Message);
    }

    private static DateTime Day(int day) => new(2026, 4, day, 3, 0, 0, DateTimeKind.Utc);

    private static List<long> Versions(Office office, string table) => office.Rows(table).Select(row => row.GetAttributeValue<long>("versionnumber")).ToList();
}
