using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A row belongs to a user or team, and so to a business unit (platform-facts.md 4).</summary>
[TestClass]
public sealed class OwnerTests
{
    [TestMethod]
    public void A_new_row_belongs_to_who_made_it()
    {
        using var org = Some.Org();
        var unit = org.AddBusinessUnit("East");
        var seller = org.AddUser("Seller", unit, ["Salesperson"]);

        var row = org.System.Read(org.As(seller).Add(Account.Table));

        AssertOwned(row, new EntityReference(SystemUser.Table, seller), unit);
    }

    [TestMethod]
    public void A_new_owner_brings_the_business_unit_along()
    {
        using var org = Some.Org();
        var (east, west) = (org.AddBusinessUnit("East"), org.AddBusinessUnit("West"));
        var (first, second) = (org.AddUser("First", east, ["Salesperson"]), org.AddUser("Second", west, ["Salesperson"]));
        var account = org.As(first).Add(Account.Table);

        org.System.Set(account, (Account.OwnerId, new EntityReference(SystemUser.Table, second)));

        AssertOwned(org.System.Read(account), new EntityReference(SystemUser.Table, second), west);
    }

    [TestMethod]
    public void A_team_owns_in_its_own_business_unit()
    {
        using var org = Some.Org();
        var east = org.AddBusinessUnit("East");
        var team = org.System.Add(Team.Table, (Team.Name, "Team"), (Team.BusinessUnitId, new EntityReference(BusinessUnit.Table, east)));

        var row = org.System.Read(org.System.Add(Account.Table, (Account.OwnerId, team)));

        Assert.AreEqual(team, row[Account.OwnerId]);
        Assert.AreEqual(east, row.GetAttributeValue<EntityReference>(Account.OwningBusinessUnit)!.Id);
        Assert.AreEqual(team, row[Account.OwningTeam]);
        Assert.IsFalse(row.Contains(Account.OwningUser));
    }

    [TestMethod]
    public void Parental_children_follow_their_parents_owner_and_others_do_not()
    {
        using var org = Some.Org();
        var east = org.AddBusinessUnit("East");
        var seller = new EntityReference(SystemUser.Table, org.AddUser("Seller", east, ["System Administrator"]));
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        var line = org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        var stranger = org.System.Add(OpportunityProduct.Table);

        org.System.Set(deal, (Opportunity.OwnerId, seller));

        AssertOwned(org.System.Read(line), seller, east);
        AssertOwned(org.System.Read(stranger), new EntityReference(SystemUser.Table, WellKnown.SystemUser), WellKnown.RootBusinessUnit);
        AssertOwned(org.System.Read(account), new EntityReference(SystemUser.Table, WellKnown.SystemUser), WellKnown.RootBusinessUnit);

        org.System.Set(account, (Account.OwnerId, new EntityReference(SystemUser.Table, WellKnown.SystemUser)));
        AssertOwned(org.System.Read(deal), seller, east);
    }

    [TestMethod]
    public void An_owner_must_be_able_to_read_the_row()
    {
        using var org = Some.Org();
        var outsider = org.AddUser("Outsider", roles: ["Basic User"]);

        var refusal = Some.Refusal(() => org.System.Add(Account.Table, (Account.OwnerId, new EntityReference(SystemUser.Table, outsider))));

        Assert.AreEqual(-2147220960, refusal.ErrorCode);
        Assert.Contains("prvReadAccount", refusal.Message);
    }

    [TestMethod]
    public void What_follows_from_the_owner_cannot_be_written()
    {
        using var org = Some.Org();
        var east = org.AddBusinessUnit("East");
        var account = org.System.Add(Account.Table);

        org.System.Set(account, (Account.OwningBusinessUnit, new EntityReference(BusinessUnit.Table, east)));

        AssertOwned(org.System.Read(account), new EntityReference(SystemUser.Table, WellKnown.SystemUser), WellKnown.RootBusinessUnit);
    }

    private static void AssertOwned(Entity row, EntityReference owner, Guid unit)
    {
        Assert.AreEqual(owner, row[Account.OwnerId]);
        Assert.AreEqual(owner, row[Account.OwningUser]);
        Assert.AreEqual(unit, row.GetAttributeValue<EntityReference>(Account.OwningBusinessUnit)!.Id);
    }
}
