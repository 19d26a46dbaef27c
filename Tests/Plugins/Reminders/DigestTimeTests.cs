using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using static CrmExtensions.Tests.DigestDay;

namespace CrmExtensions.Tests;

/// <summary>A digest comes once a day, at the person's own half past eight (product.md 9); the sweep runs every hour.</summary>
[TestClass]
public sealed class DigestTimeTests
{
    private const int Tokyo = 235;
    private const int London = 85;

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Half_past_eight_is_by_each_persons_own_clock(bool apiInTransaction)
    {
        using var office = new Office(apiInTransaction: apiInTransaction);
        var other = office.Seller("Other");
        office.Speaks(office.RepId, 1033, Tokyo);
        office.Speaks(other, 1033, London);
        office.LostDeal();
        office.LostDeal(other);

        var found = new List<string>();
        foreach (var moment in new[] { "2026-05-21 23:29", "2026-05-21 23:30", "2026-05-22 07:29", "2026-05-22 07:30", "2026-05-22 14:30" })
        {
            office.At(moment);
            office.SendDigests();
            found.Add(office.Counts(office.RepId, other));
        }

        Assert.AreEqual("0 0, 1 0, 1 0, 1 1, 1 1", string.Join(", ", found));
    }

    [TestMethod]
    public void Without_a_time_zone_of_ones_own_it_is_that_of_the_business()
    {
        using var office = new Office();
        office.Policy((Setting.TimeZone, "GMT Standard Time"));
        office.LostDeal();

        office.At("2026-05-22 07:29");
        office.SendDigests();
        Assert.IsEmpty(office.Digests(office.RepId));
        office.At("2026-05-22 07:30");
        office.SendDigests();

        Assert.HasCount(1, office.Digests(office.RepId));
    }

    [TestMethod]
    public void A_zone_that_the_platform_refuses_is_taken_for_that_of_the_business()
    {
        using var office = new Office();
        office.Speaks(office.RepId, 1033, 9999);
        office.LostDeal();
        office.Org.Meter.AtServiceCall = (_, request) => FailIf(request.RequestName == "LocalTimeFromUtcTime");

        office.At(Morning(22));
        office.SendDigests();

        Assert.HasCount(1, office.Digests(office.RepId));
    }

    [TestMethod]
    public void Further_sweeps_send_nothing_and_soon_change_nothing()
    {
        using var office = new Office();
        office.LostDeal();
        office.At(Morning(22));
        office.Sweep();
        var before = office.Rows(Interview.Table).Single();
        Assert.HasCount(1, office.Digests(office.RepId));

        var changed = Enumerable.Range(0, 3).Select(_ =>
        {
            office.Advance(TimeSpan.FromMinutes(10));
            return office.Sweep();
        }).ToList();

        // The folds of a month and of what is above it look at changes of the last minutes once more.
        Assert.AreEqual(0, changed[^1]);
        Assert.HasCount(1, office.Digests(office.RepId));
        var after = office.Rows(Interview.Table).Single();
        Assert.AreEqual(before[Interview.VersionNumber], after[Interview.VersionNumber]);
    }

    [TestMethod]
    public void A_missed_day_is_made_good_and_nothing_is_said_twice()
    {
        using var office = new Office();
        office.LostDeal();

        var found = new List<int>();
        foreach (var day in new[] { 24, 25, 26, 27 })
        {
            office.At(Morning(day));
            office.SendDigests();
            found.Add(office.Digests(office.RepId).Count);
        }

        Assert.AreEqual("1 2 2 2", string.Join(' ', found));
    }

    [TestMethod]
    [DataRow(false, DisplayName = "what came first still waits")]
    [DataRow(true, DisplayName = "what came first is done")]
    public void What_comes_up_later_that_day_waits_until_tomorrow(bool isDone)
    {
        using var office = new Office();
        var gone = office.Seller("Gone");
        var (first, later) = (office.LostDeal(), office.LostDeal(gone));
        office.Disable(gone);
        office.At(Morning(22));
        office.SendDigests();
        Assert.HasCount(1, office.Digests(office.RepId));
        if (isDone)
        {
            office.Reopen(office.Rows(Interview.Table).Single(row => row.Id == first).GetAttributeValue<EntityReference>(Interview.OpportunityId)!.Id);
        }

        office.Give(later, office.RepId);
        office.Advance(TimeSpan.FromHours(4));
        office.SendDigests();
        Assert.HasCount(1, office.Digests(office.RepId));
        office.At(Morning(23));
        office.SendDigests();

        Assert.AreEqual($"Yours: {office.Number(later)} (due 2026-05-25)", office.Digests(office.RepId)[^1][AppNotification.Body]);
        Assert.HasCount(2, office.Digests(office.RepId));
    }

    [TestMethod]
    public void Twenty_five_people_take_two_calls_and_have_one_digest_each()
    {
        using var office = new Office();
        var people = Enumerable.Range(1, 25).Select(number => office.Seller($"Seller {number}")).ToList();
        people.ForEach(person => office.LostDeal(person));
        office.At(Morning(22));

        Assert.AreEqual("20 5", string.Join(' ', office.SendDigests()));
        Assert.AreEqual("0", string.Join(' ', office.SendDigests()));
        Assert.IsTrue(people.TrueForAll(person => office.Digests(person).Count == 1));
    }

    [TestMethod]
    public void Of_more_than_two_hundred_the_rest_comes_tomorrow()
    {
        using var office = new Office();
        for (var i = 0; i < 201; i++)
        {
            office.Lose(office.Deal());
        }

        office.Org.RunJobs();
        office.At(Morning(22));
        office.SendDigests();
        Assert.AreEqual("Interviews that need you: 201 of yours", office.Digests(office.RepId).Single()[AppNotification.Title]);
        Assert.EndsWith("And 191 more.", office.Digests(office.RepId).Single().GetAttributeValue<string>(AppNotification.Body)!);
        office.At(Morning(23));
        office.SendDigests();

        Assert.AreEqual("Interviews that need you: 1 of yours", office.Digests(office.RepId)[^1][AppNotification.Title]);
    }

    [TestMethod]
    public void A_call_ends_long_before_two_minutes_and_the_next_goes_on()
    {
        using var office = new Office();
        var people = Enumerable.Range(1, 8).Select(number => office.Seller($"Seller {number}")).ToList();
        people.ForEach(person => office.LostDeal(person));
        office.At(Morning(22));
        office.Org.Meter.AtServiceCall = (_, request) => office.Advance(TimeSpan.FromSeconds(request.RequestName == "SendAppNotification" ? 15 : 0));

        Assert.AreEqual("4 4", string.Join(' ', office.SendDigests()));
        Assert.IsTrue(people.TrueForAll(person => office.Digests(person).Count == 1));
    }

    [TestMethod]
    public void Where_it_cannot_be_sent_the_others_have_theirs_and_the_reminder_is_kept()
    {
        using var office = new Office();
        var other = office.Seller("Other");
        var (mine, theirs) = (office.LostDeal(), office.LostDeal(other));
        office.At(Morning(22));
        office.Org.Meter.AtServiceCall = (_, request) =>
            FailIf(request.RequestName == "SendAppNotification" && ((EntityReference)request["Recipient"]).Id == office.RepId);

        office.SendDigests();
        Assert.AreEqual("0 1", office.Counts(office.RepId, other));
        Assert.IsFalse(Row(office, mine).Contains(Interview.LastReminderOn));
        Assert.IsTrue(Row(office, theirs).Contains(Interview.LastReminderOn));
        Assert.HasCount(1, office.Org.Traces.Entries.Where(entry => entry.Text.Contains("Off.", StringComparison.Ordinal)));

        office.Org.Meter.AtServiceCall = null;
        office.Advance(TimeSpan.FromHours(1));
        office.SendDigests();
        Assert.AreEqual("1 1", office.Counts(office.RepId, other));
    }

    private static Entity Row(Office office, Guid interview) => office.Rows(Interview.Table).Single(row => row.Id == interview);

    private static void FailIf(bool isFailing)
    {
        if (isFailing)
        {
            throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = 1, Message = "Off." }, new FaultReason("Off."));
        }
    }
}
