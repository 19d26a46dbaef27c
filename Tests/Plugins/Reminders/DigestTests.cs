using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using static CrmExtensions.Tests.DigestDay;

namespace CrmExtensions.Tests;

/// <summary>What a person is reminded of, and in which words (product.md 6, B10, and 9).</summary>
[TestClass]
public sealed class DigestTests
{
    [TestMethod]
    [DataRow(1033, "Interviews that need you: 2 of yours", "Yours: {0} (due 2026-05-25), {1} (due 2026-05-25)")]
    [DataRow(1041, "対応が必要なヒアリング：ご担当 2 件", "ご担当：{0}（期限 2026-05-25）、{1}（期限 2026-05-25）")]
    public void Tells_a_rep_three_days_before_in_the_reps_language(int language, string title, string body)
    {
        using var office = new Office();
        office.Speaks(office.RepId, language);
        var (first, second) = (office.LostDeal(), office.LostDeal());

        office.At(Morning(21));
        office.SendDigests();
        Assert.IsEmpty(office.Digests(office.RepId));
        office.At(Morning(22));
        office.SendDigests();

        var digest = office.Digests(office.RepId).Single();
        Assert.AreEqual(title, digest[AppNotification.Title]);
        Assert.AreEqual(string.Format(null, body, office.Number(first), office.Number(second)), digest[AppNotification.Body]);
        var row = office.Rows(Interview.Table).Single(interview => interview.Id == first);
        Assert.AreEqual(office.Now, row[Interview.LastReminderOn]);
        Assert.AreEqual(1, row[Interview.ReminderCount]);
    }

    [TestMethod]
    public void Names_neither_the_customer_nor_the_deal()
    {
        using var office = new Office();
        office.LostDeal();
        foreach (var day in new[] { 22, 25, 28 })
        {
            office.At(Morning(day));
            office.SendDigests();
        }

        Assert.AreEqual("2 1", office.Counts(office.RepId, office.ManagerId));
        foreach (var row in office.Rows(AppNotification.Table))
        {
            var said = string.Join(' ', row[AppNotification.Title], row[AppNotification.Body], row.GetAttributeValue<string>(AppNotification.Data));
            Assert.DoesNotContain("Aozora", said);
            Assert.DoesNotContain("Route planner", said);
        }
    }

    [TestMethod]
    public void Is_one_for_whoever_is_rep_manager_and_head()
    {
        using var office = new Office();
        office.Head(office.ManagerId);
        var boss = office.Boss();
        var late = office.LostDeal();
        office.At(Morning(18));
        var past = office.LostDeal();
        office.At(Morning(21));
        var own = office.LostDeal(office.ManagerId);
        foreach (var day in new[] { 25, 28, 32 })
        {
            office.At(Morning(day));
            office.SendDigests();
        }

        // 4 June: ten days after the first was due, three after the second, and the day of the third.
        office.At(Morning(35));
        office.SendDigests();

        var digest = office.Digests(office.ManagerId)[^1];
        Assert.AreEqual("Interviews that need you: 1 of yours, 1 of your team past due, 1 of your unit long past due", digest[AppNotification.Title]);
        Assert.AreEqual(
            $"Yours: {office.Number(own)} (due 2026-06-04)\nYour team: {office.Number(past)} (due 2026-06-01)\nYour unit: {office.Number(late)} (due 2026-05-25)",
            digest[AppNotification.Body]);
        Assert.AreEqual(office.Now, digest[AppNotification.CreatedOn]);
        Assert.IsEmpty(office.Digests(boss));
    }

    [TestMethod]
    public void Climbs_from_the_rep_to_the_manager_and_the_head()
    {
        using var office = new Office();
        var head = office.Org.AddUser("Head", office.Unit, ["Salesperson", "WL Sales Manager"]);
        office.Head(head);
        office.LostDeal();

        var found = new List<string>();
        for (var day = 20; day <= 60; day++)
        {
            office.At(Morning(day));
            office.SendDigests();
            found.Add($"{day}: {office.Counts(office.RepId, office.ManagerId, head)}");
        }

        var steps = found.Where((line, i) => i > 0 && line[4..] != found[i - 1][4..]);
        Assert.AreEqual("22: 1 0 0, 25: 2 0 0, 28: 2 1 0, 35: 2 1 1", string.Join(", ", steps));
        Assert.AreEqual(4, office.Rows(Interview.Table).Single()[Interview.ReminderCount]);
    }

    [TestMethod]
    public void Goes_to_the_program_owner_where_nobody_else_is_there()
    {
        using var office = new Office();
        var programOwner = office.Org.AddUser("Program owner", null, ["Basic User"]);
        office.Policy((Setting.ProgramOwnerId, new EntityReference(SystemUser.Table, programOwner)));
        office.LostDeal(office.ManagerId);

        office.At(Morning(28));
        office.SendDigests();
        office.At(Morning(35));
        office.SendDigests();

        Assert.AreEqual("0 2", office.Counts(office.ManagerId, programOwner));
    }

    [TestMethod]
    public void Passes_over_whoever_is_disabled()
    {
        using var office = new Office();
        var head = office.Org.AddUser("Head", office.Unit, ["Salesperson", "WL Sales Manager"]);
        office.Head(head);
        office.LostDeal();
        office.Disable(office.RepId);
        office.Disable(office.ManagerId);

        office.At(Morning(25));
        office.SendDigests();
        Assert.AreEqual("0 0 0", office.Counts(office.RepId, office.ManagerId, head));
        office.At(Morning(28));
        office.SendDigests();

        Assert.AreEqual("0 0 1", office.Counts(office.RepId, office.ManagerId, head));
    }

    [TestMethod]
    public void Reminds_the_manager_of_what_is_submitted_and_nobody_of_what_is_finished()
    {
        using var desk = new Interviews.Desk();
        var office = desk.Office;
        desk.FillIn();
        desk.Move(office.Rep, 4);

        office.At(Morning(22));
        office.SendDigests();
        Assert.AreEqual("Interviews that need you: 1 to review", office.Digests(office.ManagerId).Single()[AppNotification.Title]);
        Assert.IsEmpty(office.Digests(office.RepId));

        desk.Move(office.Manager, 6);
        office.At(Morning(25));
        office.SendDigests();
        Assert.AreEqual("0 1", office.Counts(office.RepId, office.ManagerId));
    }
}
