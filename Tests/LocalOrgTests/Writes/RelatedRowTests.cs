using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Rows inside a row: made together or not at all (PD/org-service/entity-operations-create.md).</summary>
[TestClass]
public sealed class RelatedRowTests
{
    private const string Below = "account_opportunity_parentaccountid";

    [TestMethod]
    public void Rows_below_are_made_with_the_row_and_point_to_it_and_raise_their_events()
    {
        using var org = Some.Org();
        var events = new List<string>();
        org.On("Create", Opportunity.Table, Some.PostOperation, call => events.Add($"{call.Context.Depth} {((Entity)call.Context.InputParameters["Target"])[Opportunity.Name]}"));
        var account = BulkTests.Named("North");
        account.RelatedEntities[new Relationship(Below)] = BulkTests.Rows(Deal("a"), Deal("b"));

        var made = new EntityReference(Account.Table, org.System.Create(account));

        Assert.AreEqual("a b", org.System.Fetch(Opportunity.Table, $"<attribute name='name'/><order attribute='name'/><filter><condition attribute='parentaccountid' operator='eq' value='{made.Id}'/></filter>").Texts("name"));
        CollectionAssert.AreEqual(new[] { "1 a", "1 b" }, events);
    }

    [TestMethod]
    public void One_wrong_row_below_leaves_nothing()
    {
        using var org = Some.Org();
        var account = BulkTests.Named("North");
        account.RelatedEntities[new Relationship(Below)] = BulkTests.Rows(Deal("a"), new Entity(Opportunity.Table) { ["none"] = 1 });

        Assert.AreEqual(-2147217149, Some.Refusal(() => org.System.Create(account)).ErrorCode);

        Assert.AreEqual((0, 0), (org.System.Count(Account.Table), org.System.Count(Opportunity.Table)));
    }

    [TestMethod]
    public void An_unknown_relationship_and_rows_inside_an_update_are_not_supported()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "kept"));
        var unknown = BulkTests.Named("North");
        unknown.RelatedEntities[new Relationship("none")] = BulkTests.Rows(Deal("a"));
        var update = new Entity(Account.Table, account.Id) { [Account.Name] = "changed" };
        update.RelatedEntities[new Relationship(Below)] = BulkTests.Rows(Deal("a"));

        Assert.Contains("'none'", Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Create(unknown)).Message);
        Assert.Contains("related rows in Update", Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Update(update)).Message);
        Assert.Contains("key attributes", Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Create(new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "x"))).Message);
        Assert.AreEqual("kept", BulkTests.Names(org.System));
    }

    // PD/special-update-operation-behavior.md: the older message has its own event.
    [TestMethod]
    public void Assign_changes_the_owner_and_raises_its_own_event()
    {
        using var org = Some.Org();
        var seller = new EntityReference(SystemUser.Table, org.AddUser("Seller", roles: ["System Administrator"]));
        var account = org.System.Add(Account.Table);
        var events = new List<string>();
        org.On("Assign", Account.Table, Some.PostOperation, call => events.Add(call.Context.MessageName));
        org.On("Update", Account.Table, Some.PostOperation, call => events.Add(call.Context.MessageName));

        org.System.Execute(Assign(account, seller));

        Assert.AreEqual(seller, org.System.Get<EntityReference>(account, Account.OwnerId));
        CollectionAssert.AreEqual(new[] { "Assign" }, events);
    }

    [TestMethod]
    public void Assign_needs_its_privilege_a_row_and_an_owner()
    {
        using var org = Some.Org();
        var nobody = org.AddUser("Nobody");
        var account = org.System.Add(Account.Table);
        var owner = new EntityReference(SystemUser.Table, nobody);

        Assert.Contains("prvAssignAccount", Some.Refusal(() => org.As(nobody).Execute(Assign(account, owner))).Message);
        Assert.AreEqual(-2147220969, Some.Refusal(() => org.System.Execute(Assign(new EntityReference(Account.Table, Some.Id(1)), owner))).ErrorCode);
        Assert.AreEqual(-2147220715, Some.Refusal(() => org.System.Execute(Assign(new EntityReference(Competitor.Table, Some.Id(1)), owner))).ErrorCode);
        Assert.AreEqual("Required field 'Assignee' is missing for message 'Assign'.", Some.Refusal(() => org.System.Execute(new OrganizationRequest("Assign") { ["Target"] = account })).Message);
    }

    private static OrganizationRequest Assign(EntityReference row, EntityReference owner) => new("Assign") { ["Target"] = row, ["Assignee"] = owner };

    private static Entity Deal(string name) => new(Opportunity.Table) { [Opportunity.Name] = name };
}
