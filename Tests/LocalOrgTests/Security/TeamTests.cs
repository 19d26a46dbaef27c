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

    private static EntityReference Team(LocalOrg org, EntityReference member)
    {
        var root = new EntityReference(BusinessUnit.Table, Local.Security.WellKnown.RootBusinessUnit);
        var team = org.System.Add(Tables.Team.Table, (Tables.Team.Name, "Team"), (Tables.Team.BusinessUnitId, root));
        org.System.Associate(Tables.Team.Table, team.Id, Members, [member]);
        return team;
    }
}
