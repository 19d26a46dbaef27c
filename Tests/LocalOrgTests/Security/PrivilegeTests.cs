using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What no role of the user grants is refused, and the privilege named (platform-facts.md 4).</summary>
[TestClass]
public sealed class PrivilegeTests
{
    [TestMethod]
    [DataRow("Read", "Basic User", Opportunity.Table, "prvReadOpportunity")]
    [DataRow("Read", "WL Insight Reader", Interview.Table, "prvReadwl_Interview")]
    [DataRow("Read", "Basic User", OpportunityClose.Table, "prvReadActivity")]
    [DataRow("Create", "WL Insight Reader", Rollup.Table, "prvCreatewl_Rollup")]
    [DataRow("Create", "WL Seller", Interview.Table, "prvCreatewl_Interview")]
    [DataRow("Write", "WL Insight Reader", Rollup.Table, "prvWritewl_Rollup")]
    [DataRow("Delete", "WL Insight Reader", Rollup.Table, "prvDeletewl_Rollup")]
    [DataRow("Delete", "WL Seller", Interview.Table, "prvDeletewl_Interview")]
    public void A_missing_privilege_is_named_with_user_and_table(string access, string role, string table, string privilege)
    {
        using var org = Some.Org();
        var user = org.AddUser("User", roles: [role]);
        var row = access == "Create" ? new EntityReference(table) : Row(org, table);

        var refusal = Some.Refusal(() => Use(org.As(user), access, row));

        Assert.AreEqual(-2147220960, refusal.ErrorCode);
        Assert.StartsWith($"Principal user (Id={user:D}, type=8, roleCount=1, privilegeCount=", refusal.Message);
        Assert.Contains($"accessMode='0 Read-Write', businessUnitId={Local.Security.WellKnown.RootBusinessUnit:D}), is missing {privilege} privilege (Id=", refusal.Message);
        Assert.Contains($") on OTC=", refusal.Message);
        Assert.Contains($" for entity '{table}' (LocalizedName='", refusal.Message);
        Assert.EndsWith($"). context.Caller={user:D}. Consider adding missed privilege to one of the principal (user/team) roles.", refusal.Message);
    }

    [TestMethod]
    public void A_user_without_roles_may_do_nothing()
    {
        using var org = Some.Org();
        var user = org.AddUser("User");

        Assert.AreEqual(-2147220960, Some.Refusal(() => org.As(user).Fetch(Account.Table)).ErrorCode);
    }

    [TestMethod]
    public void A_user_who_is_not_there_may_do_nothing()
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.As(Some.Id(1)).Fetch(Account.Table));

        Assert.AreEqual(-2147220969, refusal.ErrorCode);
        Assert.Contains(Some.Id(1).ToString(), refusal.Message);
    }

    [TestMethod]
    public void Roles_add_up_and_are_granted_all_or_none()
    {
        using var org = Some.Org();
        var user = org.AddUser("User", roles: ["WL Insight Reader"]);

        Assert.ThrowsExactly<ArgumentException>(() => org.GrantRoles(user, ["Salesperson", "No such role"]));
        Assert.AreEqual(-2147220960, Some.Refusal(() => org.As(user).Fetch(Account.Table)).ErrorCode);

        org.GrantRoles(user, ["Salesperson"]);
        org.As(user).Fetch(Account.Table);
        org.As(user).Fetch(Rollup.Table);
    }

    [TestMethod]
    public void Rows_of_the_organisation_are_all_or_nothing()
    {
        using var org = Some.Org();
        var reader = org.AddUser("Reader", org.AddBusinessUnit("Far away"), ["WL Insight Reader"]);
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "a"));
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "b"));

        Assert.AreEqual(2, org.As(reader).Count(Rollup.Table));
    }

    [TestMethod]
    [DataRow("inner")]
    [DataRow("outer")]
    public void A_linked_table_needs_the_right_to_read_too(string type)
    {
        using var org = Some.Org();
        var reader = org.AddUser("Reader", roles: ["WL Insight Reader"]);

        var refusal = Some.Refusal(() => org.As(reader).Fetch(Rollup.Table, $"<link-entity name='opportunity' from='opportunityid' to='wl_rollupid' link-type='{type}'/>"));

        Assert.AreEqual(-2147220960, refusal.ErrorCode);
        Assert.Contains("prvReadOpportunity", refusal.Message);
    }

    [TestMethod]
    [DataRow("inner", "East")]
    [DataRow("outer", "East -")]
    public void Linked_rows_out_of_reach_are_not_joined(string type, string found)
    {
        using var offices = new Offices("Salesperson");
        foreach (var user in new[] { "East", "West" })
        {
            var account = offices.Row(Account.Table, Account.Name, user);
            var deal = offices.Row(Opportunity.Table, Opportunity.Name, user);
            offices.Org.System.Set(deal, (Opportunity.ParentAccountId, account));
        }

        var rows = offices.As("East").Fetch(
            Account.Table,
            $"<order attribute='name'/><link-entity name='opportunity' from='parentaccountid' to='accountid' link-type='{type}' alias='deal'><attribute name='name'/></link-entity>");

        Assert.AreEqual(found, rows.Texts("deal.name"));
    }

    [TestMethod]
    public void A_plugin_as_the_user_may_do_what_the_user_may_and_no_more()
    {
        using var org = Some.Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Add(Rollup.Table, (Rollup.RollupKey, "system")));
        org.As(seller).Add(Account.Table);
        Assert.AreEqual(1, org.System.Count(Rollup.Table));

        org.On("Create", Contact.Table, Some.PostOperation, call => call.ServiceOf(Guid.Empty).Add(Rollup.Table, (Rollup.RollupKey, "user")));
        Assert.Contains("prvCreatewl_Rollup", Some.Refusal(() => org.As(seller).Add(Contact.Table)).Message);
    }

    [TestMethod]
    public void A_closing_needs_the_right_to_write_the_opportunity()
    {
        using var org = Some.Org();
        var outsider = org.AddUser("Outsider", roles: ["WL Seller"]);
        var deal = org.System.Add(Opportunity.Table);

        var refusal = Some.Refusal(() => org.As(outsider).Win(deal));

        Assert.Contains("prvWriteOpportunity", refusal.Message);
    }

    private static EntityReference Row(LocalOrg org, string table) => table == OpportunityClose.Table
        ? new EntityReference(table, Some.Id(1))
        : org.System.Add(table);

    private static void Use(IOrganizationService service, string access, EntityReference row)
    {
        switch (access)
        {
            case "Create":
                service.Add(row.LogicalName);
                break;
            case "Write":
                service.Set(row);
                break;
            case "Delete":
                service.Remove(row);
                break;
            default:
                service.Fetch(row.LogicalName);
                break;
        }
    }
}
