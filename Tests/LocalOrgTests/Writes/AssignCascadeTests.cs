using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Which rows change hands with the one they point to (PD/configure-entity-relationship-cascading-behavior.md).</summary>
[TestClass]
public sealed class AssignCascadeTests
{
    [TestMethod]
    [DataRow(AssignCascade.NoCascade, "")]
    [DataRow(AssignCascade.Cascade, "plain inactive others")]
    [DataRow(AssignCascade.ActiveOnly, "plain others")]
    [DataRow(AssignCascade.UserOwned, "plain inactive")]
    public void The_rows_below_follow_as_the_relationship_says(AssignCascade rule, string followers)
    {
        using var org = OwnOrg.Where(Account.Table, Contact.ParentCustomerId, relation => relation with { OnAssign = rule });
        var (seller, other) = (User(org, "Seller"), User(org, "Other"));
        var account = org.System.Add(Account.Table);
        var contacts = new Dictionary<string, EntityReference>
        {
            ["plain"] = Below(org, account),
            ["inactive"] = Below(org, account, (Contact.StateCode, new OptionSetValue(Contact.StateCodeOption.Inactive))),
            ["others"] = Below(org, account, (Contact.OwnerId, other)),
            ["stranger"] = org.System.Add(Contact.Table),
        };

        org.System.Set(account, (Account.OwnerId, seller));

        var followed = contacts.Where(contact => org.System.Get<EntityReference>(contact.Value, Contact.OwnerId)!.Equals(seller)).Select(contact => contact.Key);
        Assert.AreEqual(followers, string.Join(' ', followed));
    }

    [TestMethod]
    public void Rows_below_those_below_follow_too_and_all_get_a_new_version()
    {
        using var org = OwnOrg.Where(Account.Table, Opportunity.ParentAccountId, relation => relation with { OnAssign = AssignCascade.Cascade });
        var seller = User(org, "Seller");
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        var line = org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        var version = org.System.Read(line).RowVersion;

        org.System.Set(account, (Account.OwnerId, seller));

        Assert.AreEqual(seller, org.System.Get<EntityReference>(deal, Opportunity.OwnerId));
        Assert.AreEqual(seller, org.System.Get<EntityReference>(line, OpportunityProduct.OwnerId));
        Assert.AreNotEqual(version, org.System.Read(line).RowVersion);
    }

    // The row's version is the database's: every write changes it, also that of an emptied lookup.
    [TestMethod]
    public void An_emptied_lookup_is_a_new_version()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var contact = Below(org, account);
        var version = org.System.Read(contact).RowVersion;

        org.System.Remove(account);

        Assert.AreNotEqual(version, org.System.Read(contact).RowVersion);
    }

    [TestMethod]
    [DataRow(Cascade.Restrict, -2147187707)]
    [DataRow(Cascade.Cascade, 0)]
    public void A_deletion_is_refused_or_goes_on_as_the_relationship_says(Cascade rule, int code)
    {
        using var org = OwnOrg.Where(Account.Table, Contact.ParentCustomerId, relation => relation with { OnDelete = rule });
        var account = org.System.Add(Account.Table);
        Below(org, account);

        if (code != 0)
        {
            Assert.AreEqual(code, Some.Refusal(() => org.System.Remove(account)).ErrorCode);
        }
        else
        {
            org.System.Remove(account);
        }

        Assert.AreEqual(code == 0 ? 0 : 1, org.System.Count(Account.Table));
        Assert.AreEqual(code == 0 ? 0 : 1, org.System.Count(Contact.Table));
    }

    private static EntityReference User(LocalOrg org, string name) => new(SystemUser.Table, org.AddUser(name, WellKnown.RootBusinessUnit, ["System Administrator"]));

    private static EntityReference Below(LocalOrg org, EntityReference account, params (string Column, object? Value)[] columns) =>
        org.System.Add(Contact.Table, [(Contact.ParentCustomerId, account), .. columns]);
}
