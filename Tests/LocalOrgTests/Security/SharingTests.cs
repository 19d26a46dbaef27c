using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Sharing gives rights to one row (PD/security-sharing-assigning.md), whoever owns it and wherever the reader is.</summary>
[TestClass]
public sealed class SharingTests
{
    private const int NoAccess = -2147187962;
    private const int MissingPrivilege = -2147220960;
    private const AccessRights ReadWrite = AccessRights.ReadAccess | AccessRights.WriteAccess;

    [TestMethod]
    public void A_shared_row_is_found_and_read_and_others_are_not()
    {
        using var offices = new Offices("Salesperson");
        offices.AddRows(Opportunity.Table, Opportunity.Name);
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");

        Grant(offices, "East", deal, offices.User("West"), AccessRights.ReadAccess);

        Assert.AreEqual("East West", Names(offices, "West"));
        Assert.AreEqual("East", offices.As("West").Get<string>(deal, Opportunity.Name));
        Assert.AreEqual("Root", Names(offices, "Root"));
        Assert.AreEqual("2", offices.As("West").Fetch(Opportunity.Table, "<attribute name='name' aggregate='count' alias='n'/>", "aggregate='true'").Texts("n"));
    }

    [TestMethod]
    [DataRow(AccessRights.ReadAccess, false)]
    [DataRow(ReadWrite, true)]
    public void Only_what_was_granted_may_be_done(AccessRights rights, bool mayWrite)
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        Grant(offices, "East", deal, offices.User("West"), rights);

        if (mayWrite)
        {
            offices.As("West").Set(deal, (Opportunity.Description, "changed"));
        }
        else
        {
            Assert.AreEqual(NoAccess, Some.Refusal(() => offices.As("West").Set(deal, (Opportunity.Description, "changed"))).ErrorCode);
        }

        Assert.AreEqual(NoAccess, Some.Refusal(() => offices.As("West").Remove(deal)).ErrorCode);
        Assert.AreEqual(mayWrite ? "changed" : null, offices.Org.System.Get<string>(deal, Opportunity.Description));
    }

    // "You cannot give a user any rights that he or she would not have for that type of table" (PD/security-sharing-assigning.md).
    [TestMethod]
    public void Sharing_replaces_no_privilege()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        var outsider = offices.Org.AddUser("Outsider", roles: ["Basic User"]);

        Grant(offices, "East", deal, new EntityReference(SystemUser.Table, outsider), AccessRights.ReadAccess);

        Assert.AreEqual(MissingPrivilege, Some.Refusal(() => offices.Org.As(outsider).Read(deal)).ErrorCode);
    }

    [TestMethod]
    public void What_is_shared_with_a_team_its_members_reach()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        var team = AccessTeam(offices, "West");

        Grant(offices, "East", deal, team, ReadWrite);

        offices.As("West").Set(deal, (Opportunity.Description, "by the team"));
        Assert.AreEqual("East", Names(offices, "West"));
        Assert.AreEqual("", Names(offices, "Root"));
    }

    // "Cannot assign roles or profiles to an access team", "You can assign a record to the owner team" (ERR).
    [TestMethod]
    public void An_access_team_has_no_roles_and_owns_nothing()
    {
        using var offices = new Offices("Salesperson");
        var team = AccessTeam(offices, "West");
        var role = new EntityReference(Role.Table, offices.Org.Catalog.Roles.Single(one => one.Name == "Salesperson").Id);

        Assert.AreEqual(-2147187919, Some.Refusal(() => offices.Org.System.Associate(Team.Table, team.Id, new Relationship("teamroles_association"), [role])).ErrorCode);
        Assert.AreEqual(-2147187904, Some.Refusal(() => offices.Org.System.Add(Opportunity.Table, (Opportunity.OwnerId, team))).ErrorCode);
    }

    [TestMethod]
    public void Revoking_takes_it_back_and_modifying_replaces_it()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        Grant(offices, "East", deal, offices.User("West"), ReadWrite);

        offices.As("East").Execute(Request("ModifyAccess", deal, offices.User("West"), AccessRights.ReadAccess));
        Assert.AreEqual(NoAccess, Some.Refusal(() => offices.As("West").Set(deal, (Opportunity.Description, "changed"))).ErrorCode);
        Assert.AreEqual("East", Names(offices, "West"));

        offices.As("East").Execute(new OrganizationRequest("RevokeAccess") { ["Target"] = deal, ["Revokee"] = offices.User("West") });
        Assert.AreEqual("", Names(offices, "West"));
        Assert.AreEqual(NoAccess, Some.Refusal(() => offices.As("West").Read(deal)).ErrorCode);
    }

    [TestMethod]
    public void Who_may_not_share_the_row_or_lacks_the_right_shares_nothing()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");

        Assert.AreEqual(NoAccess, Some.Refusal(() => Grant(offices, "West", deal, offices.User("West"), AccessRights.ReadAccess)).ErrorCode);
        Assert.AreEqual(NoAccess, Some.Refusal(() => Grant(offices, "Colleague", deal, offices.User("West"), AccessRights.DeleteAccess)).ErrorCode);
        Assert.AreEqual(0, offices.Org.System.Count(PrincipalObjectAccess.Table));
    }

    [TestMethod]
    public void Rows_that_belong_to_a_shared_one_are_shared_with_it_those_that_come_later_too()
    {
        using var offices = new Offices("WL Seller", "Salesperson");
        var interview = offices.Row(Interview.Table, Interview.Name, "East");
        Evidence(offices, interview, "before");
        offices.Org.System.Execute(Request("GrantAccess", interview, offices.User("West"), AccessRights.ReadAccess));
        var later = Evidence(offices, interview, "later");

        Assert.AreEqual(2, offices.As("West").Count(Tables.Evidence.Table));
        Assert.AreEqual(NoAccess, Some.Refusal(() => offices.As("West").Remove(later)).ErrorCode);

        offices.Org.System.Execute(new OrganizationRequest("RevokeAccess") { ["Target"] = interview, ["Revokee"] = offices.User("West") });
        Assert.AreEqual(0, offices.As("West").Count(Tables.Evidence.Table));
    }

    [TestMethod]
    public void A_deleted_row_is_shared_with_nobody()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        Grant(offices, "East", deal, offices.User("West"), AccessRights.ReadAccess);

        offices.Org.System.Remove(deal);

        Assert.AreEqual(0, offices.Org.System.Count(PrincipalObjectAccess.Table));
    }

    [TestMethod]
    public void Access_can_be_asked_for()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        Grant(offices, "East", deal, offices.User("West"), ReadWrite);

        Assert.AreEqual(ReadWrite, AccessOf(offices, deal, "West"));
        Assert.AreEqual(AccessRights.None, AccessOf(offices, deal, "Root"));
        Assert.IsTrue(AccessOf(offices, deal, "East").HasFlag(AccessRights.ShareAccess | AccessRights.DeleteAccess));

        var shared = (PrincipalAccess[])offices.As("East").Execute(new OrganizationRequest("RetrieveSharedPrincipalsAndAccess") { ["Target"] = deal })["PrincipalAccesses"];
        Assert.AreEqual(offices.User("West"), shared.Single().Principal);
        Assert.AreEqual(ReadWrite, shared.Single().AccessMask);
    }

    // Whether a second grant adds or replaces is not documented.
    [TestMethod]
    public void A_second_grant_of_other_rights_is_refused_by_name()
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, "East");
        Grant(offices, "East", deal, offices.User("West"), AccessRights.ReadAccess);
        Grant(offices, "East", deal, offices.User("West"), ReadWrite);

        Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => Grant(offices, "East", deal, offices.User("West"), AccessRights.ReadAccess));
        Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => offices.As("East").Execute(Request("ModifyAccess", deal, offices.User("Root"), ReadWrite)));
        Assert.AreEqual(ReadWrite, AccessOf(offices, deal, "West"));
    }

    [TestMethod]
    public void The_table_of_shares_is_the_platforms()
    {
        using var org = Some.Org();

        Assert.AreEqual(-2147220715, Some.Refusal(() => org.System.Add(PrincipalObjectAccess.Table)).ErrorCode);
    }

    [TestMethod]
    public void Hierarchy_security_is_refused_by_name() =>
        Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => new LocalOrgOptions { HierarchySecurity = true });

    private static void Grant(Offices offices, string by, EntityReference row, EntityReference to, AccessRights rights) =>
        offices.As(by).Execute(Request("GrantAccess", row, to, rights));

    private static OrganizationRequest Request(string message, EntityReference row, EntityReference to, AccessRights rights) =>
        new(message) { ["Target"] = row, ["PrincipalAccess"] = new PrincipalAccess { Principal = to, AccessMask = rights } };

    private static AccessRights AccessOf(Offices offices, EntityReference row, string user) =>
        (AccessRights)offices.Org.System.Execute(new OrganizationRequest("RetrievePrincipalAccess") { ["Target"] = row, ["Principal"] = offices.User(user) })["AccessRights"];

    private static EntityReference Evidence(Offices offices, EntityReference interview, string name) => offices.Org.System.Add(
        Tables.Evidence.Table,
        (Tables.Evidence.Name, name),
        (Tables.Evidence.InterviewId, interview),
        (Tables.Evidence.OwnerId, offices.User("East")));

    private static EntityReference AccessTeam(Offices offices, string member)
    {
        var team = offices.Org.System.Add(
            Team.Table,
            (Team.Name, "Access"),
            (Team.TeamType, new OptionSetValue(Team.TeamTypeOption.Access)),
            (Team.BusinessUnitId, new EntityReference(BusinessUnit.Table, Local.Security.WellKnown.RootBusinessUnit)));
        offices.Org.System.Associate(Team.Table, team.Id, new Relationship("teammembership_association"), [offices.User(member)]);
        return team;
    }

    private static string Names(Offices offices, string reader) =>
        offices.As(reader).Fetch(Opportunity.Table, "<attribute name='name'/><order attribute='name'/>").Texts(Opportunity.Name);
}
