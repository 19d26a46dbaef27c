using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Marketers;

/// <summary>An embedded marketer reads one unit's interviews for a time, by membership in its marketer team (product.md 5.1, 8).</summary>
[TestClass]
public sealed class AccessTests
{
    [TestMethod]
    [DataRow(0, 0, "East", DisplayName = "today only")]
    [DataRow(-9, null, "East", DisplayName = "open")]
    [DataRow(1, 9, "", DisplayName = "from tomorrow")]
    [DataRow(-9, -1, "", DisplayName = "until yesterday")]
    public void While_assigned_the_marketer_reads_that_units_interviews_and_no_others(int from, int? to, string reads)
    {
        using var place = new Placement();

        place.Assign(Placement.Day(from), to is { } last ? Placement.Day(last) : null);

        Assert.AreEqual(reads, place.Reads());
    }

    [TestMethod]
    public void Two_assignments_give_both_units()
    {
        using var place = new Placement();

        place.Assign(Placement.Day(0), null);
        place.Assign(Placement.Day(0), null, place.West);

        Assert.AreEqual("East West", place.Reads());
    }

    [TestMethod]
    public void The_team_is_made_once_in_the_unit_with_that_units_role()
    {
        using var place = new Placement();
        place.Assign(Placement.Day(0), null);
        place.Assign(Placement.Day(0), null, marketer: place.OwnerId);

        var team = place.Office.Rows(Team.Table).Single();

        Assert.AreEqual("決定場面マーケター / Win/loss marketers", team.GetAttributeValue<string>(Team.Name));
        Assert.AreEqual("Owner", team.FormattedValues[Team.TeamType]);
        var role = place.Office.Rows(Role.Table).Single(row => row.Id == place.Office.Rows(TeamRoles.Table).Single().GetAttributeValue<Guid>(TeamRoles.RoleId));
        Assert.AreEqual("WL Embedded Marketer", role.GetAttributeValue<string>(Role.Name));
        Assert.AreEqual(place.East, role.GetAttributeValue<EntityReference>(Role.BusinessUnitId)!.Id);
    }

    [TestMethod]
    public void Whatever_ends_an_assignment_ends_the_access()
    {
        using var place = new Placement();
        var assignment = place.Assign(Placement.Day(0), null);

        place.Change(assignment, MarketerAssignment.To, Placement.Day(9));
        Assert.AreEqual("East", place.Reads());
        place.Change(assignment, MarketerAssignment.BusinessUnitId, new EntityReference(BusinessUnit.Table, place.West));
        Assert.AreEqual("West", place.Reads());
        place.Change(assignment, MarketerAssignment.StateCode, new OptionSetValue(MarketerAssignment.StateCodeOption.Inactive));
        Assert.AreEqual("", place.Reads());
        place.Change(assignment, MarketerAssignment.StateCode, new OptionSetValue(MarketerAssignment.StateCodeOption.Active));
        Assert.AreEqual("West", place.Reads());
        place.Change(assignment, MarketerAssignment.MarketerId, new EntityReference(SystemUser.Table, place.OwnerId));
        Assert.AreEqual("", place.Reads());
        place.Change(assignment, MarketerAssignment.MarketerId, new EntityReference(SystemUser.Table, place.Office.MarketerId));
        place.Owner.Delete(MarketerAssignment.Table, assignment);
        place.Office.Org.RunJobs();
        Assert.AreEqual("", place.Reads());
        Assert.IsEmpty(place.Office.Org.FailedJobs);
    }

    [TestMethod]
    public void Another_team_the_marketer_is_in_stays_as_it_is()
    {
        using var place = new Placement();
        var other = place.Office.System.Create(new Entity(Team.Table) { [Team.Name] = "Running club", [Team.BusinessUnitId] = new EntityReference(BusinessUnit.Table, place.West) });
        place.Office.System.Execute(new OrganizationRequest("AddMembersTeam") { ["TeamId"] = other, ["MemberIds"] = new[] { place.Office.MarketerId } });

        var assignment = place.Assign(Placement.Day(0), null);
        place.Change(assignment, MarketerAssignment.To, Placement.Day(0));
        place.Office.Advance(TimeSpan.FromDays(1));
        place.Office.Sweep();

        Assert.AreEqual(other, place.Office.Rows(TeamMembership.Table).Single().GetAttributeValue<Guid>(TeamMembership.TeamId));
    }
}
