using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>Many rows of one table in one request (PD/bulk-operations.md).</summary>
[TestClass]
public sealed class BulkTests
{
    [TestMethod]
    public void CreateMultiple_makes_every_row_and_answers_with_their_ids_in_order()
    {
        using var org = Some.Org();

        var ids = Create(org.System, Named("a"), new Entity(Account.Table, Some.Id(7)) { [Account.Name] = "b" }).Ids;

        Assert.AreEqual(Some.Id(7), ids[1]);
        Assert.AreEqual("a", org.System.Get<string>(new EntityReference(Account.Table, ids[0]), Account.Name));
        Assert.AreEqual("a b", Names(org.System));
    }

    // "Any error that occurs in a bulk operation with a standard table causes the entire operation to roll back."
    [TestMethod]
    public void One_wrong_row_rolls_back_all()
    {
        using var org = Some.Org();
        var kept = org.System.Add(Account.Table, (Account.Name, "kept"));
        var wrong = new Entity(Account.Table, Some.Id(1)) { [Account.Name] = "x" };

        Assert.AreEqual(-2147217149, Some.Refusal(() => Create(org.System, Named("a"), new Entity(Account.Table) { ["none"] = 1 })).ErrorCode);
        Assert.AreEqual(-2147220937, Some.Refusal(() => Create(org.System, Named("a"), new Entity(Account.Table, kept.Id))).ErrorCode);
        Assert.AreEqual(-2147220969, Some.Refusal(() => Update(org.System, new Entity(Account.Table, kept.Id) { [Account.Name] = "y" }, wrong)).ErrorCode);

        Assert.AreEqual("kept", Names(org.System));
    }

    [TestMethod]
    public void UpdateMultiple_changes_the_columns_sent_of_each_row_state_too()
    {
        using var org = Some.Org();
        var (one, two) = (org.System.Add(Account.Table, (Account.Name, "a")), org.System.Add(Account.Table, (Account.Name, "b")));
        var inactive = new OptionSetValue(Account.StateCodeOption.Inactive);

        Update(org.System, new Entity(Account.Table, one.Id) { [Account.Name] = "x", [Account.StateCode] = inactive }, new Entity(Account.Table, two.Id) { [Account.Name] = "y" });

        Assert.AreEqual("x y", Names(org.System));
        Assert.AreEqual(inactive, org.System.Get<OptionSetValue>(one, Account.StateCode));
        Assert.AreNotEqual(inactive, org.System.Get<OptionSetValue>(two, Account.StateCode));
    }

    [TestMethod]
    public void UpsertMultiple_makes_what_is_missing_and_changes_what_is_there()
    {
        using var org = Some.Org();
        var there = org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M-2026-01"));

        var results = ((UpsertMultipleResponse)Send(
            org.System,
            "UpsertMultiple",
            new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "M-2026-02") { [RollupPeriod.More] = true },
            new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "m-2026-01") { [RollupPeriod.More] = true })).Results;

        Assert.AreEqual("True False", string.Join(' ', results.Select(result => result.RecordCreated)));
        Assert.AreEqual(there, results[1].Target);
        Assert.AreEqual("M-2026-02", org.System.Get<string>(results[0].Target, RollupPeriod.PeriodKey));
        Assert.IsTrue(org.System.Get<bool>(there, RollupPeriod.More));
    }

    [TestMethod]
    public void A_key_twice_among_new_rows_is_a_duplicate_and_leaves_nothing()
    {
        using var org = Some.Org();
        Entity New() => new(RollupPeriod.Table, RollupPeriod.PeriodKey, "M-2026-02");

        Assert.AreEqual(-2147088238, Some.Refusal(() => Send(org.System, "UpsertMultiple", New(), New())).ErrorCode);

        Assert.AreEqual(0, org.System.Count(RollupPeriod.Table));
    }

    // "All the records must be for the same table."
    [TestMethod]
    [DataRow("CreateMultiple")]
    [DataRow("UpdateMultiple")]
    [DataRow("UpsertMultiple")]
    public void Rows_of_two_tables_and_requests_without_rows_are_refused(string message)
    {
        using var org = Some.Org();

        Assert.AreEqual(-2147220989, Some.Refusal(() => Send(org.System, message, Named("a"), new Entity(Contact.Table))).ErrorCode);
        Assert.AreEqual($"Required field 'Targets' is missing for message '{message}'.", Some.Refusal(() => org.System.Execute(new OrganizationRequest(message))).Message);
        Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => Send(org.System, message));
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    // "UpdateMultipleRequest.ConcurrencyBehavior is ignored" (platform-facts.md 2): whoever relies on it is told.
    [TestMethod]
    public void Versions_of_UpdateMultiple_are_not_supported()
    {
        using var org = Some.Org();
        var request = new UpdateMultipleRequest { Targets = Rows(Named("a")), ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches };

        Assert.Contains("ConcurrencyBehavior", Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Execute(request)).Message);
    }

    [TestMethod]
    public void A_user_without_the_privilege_makes_nothing()
    {
        using var org = Some.Org();
        var user = org.AddUser("Nobody");

        Assert.Contains("prvCreateAccount", Some.Refusal(() => Create(org.As(user), Named("a"))).Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    internal static EntityCollection Rows(params Entity[] rows) => new(rows) { EntityName = rows.FirstOrDefault()?.LogicalName };

    internal static OrganizationResponse Send(IOrganizationService service, string message, params Entity[] rows) =>
        service.Execute(new OrganizationRequest(message) { ["Targets"] = Rows(rows) });

    internal static Entity Named(string name) => new(Account.Table) { [Account.Name] = name };

    internal static string Names(IOrganizationService service) => service.Fetch(Account.Table, "<attribute name='name'/><order attribute='name'/>").Texts("name");

    private static CreateMultipleResponse Create(IOrganizationService service, params Entity[] rows) =>
        (CreateMultipleResponse)service.Execute(new CreateMultipleRequest { Targets = Rows(rows) });

    private static void Update(IOrganizationService service, params Entity[] rows) => service.Execute(new UpdateMultipleRequest { Targets = Rows(rows) });
}
