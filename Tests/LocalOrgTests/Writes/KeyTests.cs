using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>Ids and alternate keys: unique, and a way to name a row (platform-facts.md 2).</summary>
[TestClass]
public sealed class KeyTests
{
    private const int DuplicateKey = -2147088238;

    [TestMethod]
    [DataRow("M-2026-01")]
    [DataRow("m-2026-01")]
    public void An_alternate_key_is_unique_whatever_the_letter_case(string twin)
    {
        using var org = Some.Org();
        org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M-2026-01"));
        var other = org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M-2026-02"));

        foreach (var act in new Action[]
        {
            () => org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, twin)),
            () => org.System.Set(other, (RollupPeriod.PeriodKey, twin)),
        })
        {
            var refusal = Some.Refusal(act);
            Assert.AreEqual(DuplicateKey, refusal.ErrorCode);
            Assert.Contains("requires that this set of attributes contains unique values", refusal.Message);
        }

        Assert.AreEqual(2, org.System.Count(RollupPeriod.Table));
    }

    [TestMethod]
    public void A_key_of_two_columns_is_unique_as_a_pair()
    {
        using var org = Some.Org();
        var (one, two) = (org.System.Add(Interview.Table), org.System.Add(Interview.Table));
        var rival = org.System.Add(Competitor.Table, (Competitor.Name, "Rival"));
        Pair(one);
        Pair(two);

        Assert.AreEqual(DuplicateKey, Some.Refusal(() => Pair(one)).ErrorCode);

        void Pair(EntityReference interview) => org.System.Add(
            InterviewCompetitor.Table,
            (InterviewCompetitor.InterviewId, interview),
            (InterviewCompetitor.CompetitorId, rival));
    }

    [TestMethod]
    public void An_id_given_by_the_caller_is_kept_and_cannot_be_given_twice()
    {
        using var org = Some.Org();
        Assert.AreEqual(Some.Id(7), org.System.Create(new Entity(Account.Table, Some.Id(7))));
        Assert.AreEqual(Some.Id(8), org.System.Create(new Entity(Account.Table) { [Account.Id] = Some.Id(8) }));

        var refusal = Some.Refusal(() => org.System.Create(new Entity(Account.Table, Some.Id(7))));

        Assert.AreEqual(-2147220937, refusal.ErrorCode);
        Assert.AreEqual("Cannot insert duplicate key.", refusal.Message);
    }

    [TestMethod]
    public void A_row_is_updated_and_deleted_by_alternate_key()
    {
        using var org = Some.Org();
        var period = org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M-2026-01"));
        var other = org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M-2026-02"));

        org.System.Update(new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "m-2026-01") { [RollupPeriod.More] = true });
        Assert.IsTrue(org.System.Get<bool>(period, RollupPeriod.More));
        Assert.IsFalse(org.System.Get<bool>(other, RollupPeriod.More));

        org.System.Execute(new DeleteRequest { Target = new EntityReference(RollupPeriod.Table, RollupPeriod.PeriodKey, "M-2026-01") });
        Assert.AreEqual("M-2026-02", org.System.Fetch(RollupPeriod.Table, $"<attribute name='{RollupPeriod.PeriodKey}'/>").Texts(RollupPeriod.PeriodKey));
    }

    [TestMethod]
    public void A_key_that_no_row_has_is_refused()
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Update(new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "none") { [RollupPeriod.More] = true }));

        Assert.AreEqual(-2147088239, refusal.ErrorCode);
        Assert.AreEqual("A record with the specified key values does not exist in wl_rollupperiod entity", refusal.Message);
    }

    [TestMethod]
    public void Columns_that_are_no_key_are_refused()
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Update(new Entity(Account.Table, Account.Name, "North")));

        Assert.AreEqual(-2147088240, refusal.ErrorCode);
        Assert.AreEqual("The specified key attributes are not a defined key for the account entity: name", refusal.Message);
    }

    // "Calls Update or Create" (platform-facts.md 2).
    [TestMethod]
    public void An_upsert_by_key_creates_once_and_then_updates()
    {
        using var org = Some.Org();
        var first = Upsert(org.System, new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "M-2026-01"));
        var second = Upsert(org.System, new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "m-2026-01") { [RollupPeriod.More] = true });

        Assert.IsTrue(first.RecordCreated);
        Assert.IsFalse(second.RecordCreated);
        Assert.AreEqual(first.Target.Id, second.Target.Id);
        Assert.AreEqual("M-2026-01", org.System.Get<string>(first.Target, RollupPeriod.PeriodKey));
        Assert.IsTrue(org.System.Get<bool>(first.Target, RollupPeriod.More));
    }

    [TestMethod]
    public void An_upsert_by_id_creates_with_that_id_and_then_updates()
    {
        using var org = Some.Org();

        Assert.IsTrue(Upsert(org.System, new Entity(Account.Table, Some.Id(7)) { [Account.Name] = "a" }).RecordCreated);
        Assert.IsFalse(Upsert(org.System, new Entity(Account.Table, Some.Id(7)) { [Account.Name] = "b" }).RecordCreated);

        Assert.AreEqual("b", org.System.Get<string>(new EntityReference(Account.Table, Some.Id(7)), Account.Name));
    }

    [TestMethod]
    public void An_upsert_raises_the_events_of_what_it_does()
    {
        using var org = Some.Org();
        var events = new List<string>();
        foreach (var message in new[] { "Create", "Update" })
        {
            org.On(message, RollupPeriod.Table, Some.PostOperation, call => events.Add(call.Context.MessageName));
        }

        Upsert(org.System, new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "M-2026-01"));
        Upsert(org.System, new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "M-2026-01") { [RollupPeriod.More] = true });

        Assert.AreEqual("Create Update", string.Join(' ', events));
    }

    private static UpsertResponse Upsert(IOrganizationService service, Entity row) => (UpsertResponse)service.Execute(new UpsertRequest { Target = row });
}
