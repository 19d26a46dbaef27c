using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>Applying the clean-up policy neither takes an interview from who has begun it nor is forgotten.</summary>
[TestClass]
public sealed class CleanUpInterruptedTests
{
    private const int Stale = 400;

    [TestMethod]
    public void What_somebody_has_begun_stays_his()
    {
        using var office = Strict();
        var deal = office.Deal();
        office.Advance(TimeSpan.FromDays(Stale));
        office.Lose(deal);
        office.System.Update(new Entity(Interview.Table, office.Interviews(deal).Single().Id) { [Interview.Contest] = Desk.Choice(1) });
        office.Org.RunJobs();

        Assert.AreEqual("In progress", office.Interviews(deal).Single().FormattedValues[Interview.StatusCode]);
        Assert.IsEmpty(office.Org.FailedJobs);
    }

    [TestMethod]
    public void What_is_begun_while_the_policy_is_being_applied_stays_his()
    {
        using var office = Strict();
        var deal = office.Deal();
        office.Advance(TimeSpan.FromDays(Stale));
        office.Lose(deal);
        var id = office.Interviews(deal).Single().Id;
        var begun = false;
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (!begun && request is UpdateRequest { Target: var row } && row.Contains(Interview.OutOfScopeReason))
            {
                begun = true;
                office.System.Update(new Entity(Interview.Table, id) { [Interview.Contest] = Desk.Choice(1) });
            }
        };

        office.Org.RunJobs();

        Assert.IsTrue(begun);
        Assert.AreEqual("In progress", office.Interviews(deal).Single().FormattedValues[Interview.StatusCode]);
        Assert.DoesNotContain(Interview.OutOfScopeReason, office.Interviews(deal).Single().Attributes.Keys);
        office.Advance(TimeSpan.FromMinutes(10));
        office.Sweep();
        Assert.Contains(Interview.PreparedOn, office.Interviews(deal).Single().Attributes.Keys);
    }

    [TestMethod]
    public void A_job_that_was_lost_is_made_up_for_by_the_sweep()
    {
        using var office = Strict();
        var deal = office.Deal();
        office.Advance(TimeSpan.FromDays(Stale));
        office.Org.EnableSteps(step => step.IsAsynchronous, false);
        office.Lose(deal);
        office.Org.EnableSteps(_ => true, true);
        office.Advance(TimeSpan.FromMinutes(10));

        office.Sweep();

        Assert.AreEqual("Out of scope", office.Interviews(deal).Single().FormattedValues[Interview.StatusCode]);
    }

    [TestMethod]
    public void Every_crash_comes_to_the_same_end()
    {
        for (var lost = 1; ; lost += Enumerations.CrashStep)
        {
            using var office = Strict();
            var deal = office.Deal();
            office.Advance(TimeSpan.FromDays(Stale));
            office.Lose(deal);
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
            office.Advance(TimeSpan.FromHours(1));
            office.Sweep();

            Assert.AreEqual("Out of scope", office.Interviews(deal).Single().FormattedValues[Interview.StatusCode], $"worker lost at call {lost}");
        }
    }

    private static Office Strict()
    {
        var office = new Office();
        office.Policy((Setting.CleanupAgeDays, 365), (Setting.CleanupBelow, 2_000_000m));
        return office;
    }
}
