using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A team's rows are its members' own rows, and its roles are theirs (PP/wp-security-cds.md).</summary>
[TestClass]
public sealed class TeamTests
{
    private static readonly Relationship Members = new("teammembership_association");
    private static readonly Relationship Roles = new("teamroles_association");

    [TestMethod]
    public void Members_reach_the_teams_rows_as_their_own_from_wherever_they_are()
    {
        using var offices = new Offices("WL Seller");
        var team = Team(offices.Org, offices.User("West"));
        var row = offices.Org.System.Add(Interview.Table, (Interview.Name, "team's"), (Interview.OwnerId, team));

        Assert.AreEqual("team's", offices.As("West").Get<string>(row, Interview.Name));
        offices.As("West").Set(row, (Interview.ProductLine, "a"));
        Assert.AreEqual(-2147187962, Some.Refusal(() => offices.As("East").Read(row)).ErrorCode);
        Assert.AreEqual(0, offices.As("East").Count(Interview.Table));
    }

    [TestMethod]
    public void Who_leaves_the_team_loses_them()
    {
        using var offices = new Offices("WL Seller");
        var team = Team(offices.Org, offices.User("West"));
        offices.Org.System.Add(Interview.Table, (Interview.OwnerId, team));
        Assert.AreEqual(1, offices.As("West").Count(Interview.Table));

        offices.Org.System.Disassociate(Tables.Team.Table, team.Id, Members, [offices.User("West")]);

        Assert.AreEqual(0, offices.As("West").Count(Interview.Table));
    }

    [TestMethod]
    public void A_teams_roles_are_its_members()
    {
        using var offices = new Offices("Basic User");
        var team = Team(offices.Org, offices.User("West"));
        Assert.AreEqual(-2147220960, Some.Refusal(() => offices.As("West").Fetch(Rollup.Table)).ErrorCode);

        var role = offices.Org.Catalog.Roles.Single(candidate => candidate.Name == "WL Insight Reader");
        offices.Org.System.Associate(Tables.Team.Table, team.Id, Roles, [new EntityReference(Role.Table, role.Id)]);

        Assert.AreEqual(0, offices.As("West").Count(Rollup.Table));
        Assert.AreEqual(-2147220960, Some.Refusal(() => offices.As("East").Fetch(Rollup.Table)).ErrorCode);
    }

    [TestMethod]
    public void A_row_of_a_team_in_the_users_unit_is_the_units()
    {
        using var offices = new Offices("Salesperson");
        var team = Team(offices.Org, offices.User("West"));
        offices.Org.System.Add(Opportunity.Table, (Opportunity.OwnerId, team));

        Assert.AreEqual(1, offices.As("Root").Count(Opportunity.Table));
        Assert.AreEqual(1, offices.As("West").Count(Opportunity.Table));
        Assert.AreEqual(0, offices.As("East").Count(Opportunity.Table));
    }

    [TestMethod]
    public void A_privilege_of_a_team_reaches_as_far_from_the_teams_unit_as_the_members_own_from_theirs()
    {
        using var offices = new Offices("WL Seller");
        offices.AddRows(Interview.Table, Interview.Name);
        var east = offices.Org.System.Get<EntityReference>(offices.User("East"), SystemUser.BusinessUnitId)!;
        var team = Team(offices.Org, offices.User("Root"), east);
        offices.Org.System.Associate(Tables.Team.Table, team.Id, Roles, [Copy(offices.Org, "WL Seller Team Reader", east)]);

        Assert.AreEqual("Colleague East Root", Names(offices, "Root"));
        Assert.AreEqual("West", Names(offices, "West"));

        offices.Org.System.Disassociate(Tables.Team.Table, team.Id, Roles, [Copy(offices.Org, "WL Seller Team Reader", east)]);
        offices.Org.System.Associate(Tables.Team.Table, team.Id, Roles, [Copy(offices.Org, "WL Sales Manager", east)]);
        Assert.AreEqual("Below Colleague East Root", Names(offices, "Root"));
    }

    [TestMethod]
    public void Every_unit_has_its_own_copy_of_a_role_and_takes_no_other()
    {
        using var offices = new Offices("WL Seller");
        var east = offices.Org.System.Get<EntityReference>(offices.User("East"), SystemUser.BusinessUnitId)!;
        var team = Team(offices.Org, offices.User("Root"), east);
        var root = new EntityReference(BusinessUnit.Table, Local.Security.WellKnown.RootBusinessUnit);

        Assert.AreNotEqual(Copy(offices.Org, "WL Seller", root).Id, Copy(offices.Org, "WL Seller", east).Id);
        Assert.ThrowsExactly<Local.Faults.NotSupportedByLocalOrgException>(
            () => offices.Org.System.Associate(Tables.Team.Table, team.Id, Roles, [Copy(offices.Org, "WL Seller", root)]));
    }

    [TestMethod]
    public void Members_come_and_go_by_message()
    {
        using var offices = new Offices("Basic User");
        var team = Team(offices.Org, offices.User("Root"));

        Change(offices, "AddMembersTeam", team.Id, offices.User("East").Id, offices.User("West").Id);
        Assert.AreEqual(3, offices.Org.System.Count(TeamMembership.Table));
        Change(offices, "RemoveMembersTeam", team.Id, offices.User("Root").Id, offices.User("West").Id);

        Assert.AreEqual(offices.User("East").Id, offices.Org.System.Fetch(TeamMembership.Table, "<attribute name='systemuserid'/>")[0].GetAttributeValue<Guid>(TeamMembership.SystemUserId));
    }

    [TestMethod]
    [DataRow("AddMembersTeam")]
    [DataRow("RemoveMembersTeam")]
    public void A_team_or_a_user_that_is_not_there_is_refused_and_nobody_comes_or_goes(string message)
    {
        using var offices = new Offices("Basic User");
        var team = Team(offices.Org, offices.User("Root"));
        var known = offices.User(message == "AddMembersTeam" ? "East" : "Root").Id;

        Assert.AreEqual($"Entity 'team' With Id = {Some.Id(1):D} Does Not Exist", Some.Refusal(() => Change(offices, message, Some.Id(1), known)).Message);
        Assert.AreEqual($"Entity 'systemuser' With Id = {Some.Id(1):D} Does Not Exist", Some.Refusal(() => Change(offices, message, team.Id, known, Some.Id(1))).Message);
        Assert.AreEqual(1, offices.Org.System.Count(TeamMembership.Table));
    }

    [TestMethod]
    public void Who_may_not_write_teams_changes_no_members()
    {
        using var offices = new Offices("Basic User");
        var team = Team(offices.Org, offices.User("Root"));

        var refusal = Some.Refusal(() => offices.As("East").Execute(Request("AddMembersTeam", team.Id, offices.User("East").Id)));

        Assert.AreEqual(-2147220960, refusal.ErrorCode);
    }

    private static void Change(Offices offices, string message, Guid team, params Guid[] users) => offices.Org.System.Execute(Request(message, team, users));

    private static OrganizationRequest Request(string message, Guid team, params Guid[] users) => new(message) { ["TeamId"] = team, ["MemberIds"] = users };

    private static string Names(Offices offices, string reader) =>
        offices.As(reader).Fetch(Interview.Table, "<attribute name='wl_name'/><order attribute='wl_name'/>").Texts(Interview.Name);

    private static EntityReference Copy(LocalOrg org, string role, EntityReference unit) => org.System.Fetch(
        Role.Table,
        $"<filter><condition attribute='name' operator='eq' value='{role}'/><condition attribute='businessunitid' operator='eq' value='{unit.Id}'/></filter>")[0].ToEntityReference();

    private static EntityReference Team(LocalOrg org, EntityReference member, EntityReference? unit = null)
    {
        var root = new EntityReference(BusinessUnit.Table, Local.Security.WellKnown.RootBusinessUnit);
        var team = org.System.Add(Tables.Team.Table, (Tables.Team.Name, "Team"), (Tables.Team.BusinessUnitId, unit ?? root));
        org.System.Associate(Tables.Team.Table, team.Id, Members, [member]);
        return team;
    }
}
