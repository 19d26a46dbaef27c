using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Marketers;

/// <summary>Days pass without an event: the sweep lets marketers in and out (issue 3, item 11).</summary>
[TestClass]
public sealed class AssignmentSweepTests
{
    [TestMethod]
    public void The_first_day_lets_in_and_the_day_after_the_last_lets_out()
    {
        using var place = new Placement();
        place.Assign(Placement.Day(1), Placement.Day(2));

        var seen = new List<string>();
        for (var day = 0; day <= 3; day++)
        {
            place.Office.Sweep();
            seen.Add(place.Reads());
            place.Office.Advance(TimeSpan.FromDays(1));
        }

        CollectionAssert.AreEqual(new[] { "", "East", "East", "" }, seen);
    }

    [TestMethod]
    public void The_day_begins_at_midnight_of_the_business_time_zone()
    {
        using var place = new Placement();
        place.Assign(Placement.Day(1), null);

        place.Office.Advance(new TimeSpan(13, 50, 0));
        place.Office.Sweep();
        Assert.AreEqual("", place.Reads(), "23:50 in Tokyo");
        place.Office.Advance(new TimeSpan(0, 10, 0));
        place.Office.Sweep();
        Assert.AreEqual("East", place.Reads(), "0:00 in Tokyo");
    }

    [TestMethod]
    public void Who_was_added_or_removed_by_hand_is_put_right_and_then_nothing_changes_any_more()
    {
        using var place = new Placement();
        place.Assign(Placement.Day(0), null);
        place.Assign(Placement.Day(-3), Placement.Day(-1), place.West);
        place.AddByHand(place.East, place.WestRepId);
        place.Office.System.Execute(new OrganizationRequest("RemoveMembersTeam") { ["TeamId"] = place.TeamOf(place.East).Id, ["MemberIds"] = new[] { place.Office.MarketerId } });

        Assert.AreEqual(2, Changed(place));

        Assert.AreEqual(place.Office.MarketerId, place.Office.Rows(TeamMembership.Table).Single().GetAttributeValue<Guid>(TeamMembership.SystemUserId));
        Assert.AreEqual(0, Changed(place));
    }

    [TestMethod]
    public void A_role_that_was_taken_from_the_team_comes_back()
    {
        using var place = new Placement();
        place.Assign(Placement.Day(0), null);
        var given = place.Office.Rows(TeamRoles.Table).Single();
        place.Office.System.Disassociate(
            Team.Table,
            place.TeamOf(place.East).Id,
            new Relationship("teamroles_association"),
            [new EntityReference(Role.Table, given.GetAttributeValue<Guid>(TeamRoles.RoleId))]);
        Assert.AreEqual("", place.Reads());

        place.Office.Sweep();

        Assert.AreEqual("East", place.Reads());
    }

    [TestMethod]
    public void Who_is_disabled_leaves_the_team()
    {
        using var place = new Placement();
        place.Assign(Placement.Day(0), null);
        place.Office.System.Update(new Entity(SystemUser.Table, place.Office.MarketerId) { [SystemUser.IsDisabled] = true });

        place.Office.Sweep();

        Assert.IsEmpty(place.Office.Rows(TeamMembership.Table));
    }

    [TestMethod]
    public void Units_are_taken_a_page_a_call()
    {
        using var place = new Placement();
        for (var i = 0; i < 60; i++)
        {
            place.Office.Org.AddBusinessUnit("Branch " + i);
        }

        place.Office.Org.EnableSteps(step => step.Table == MarketerAssignment.Table, false);
        foreach (var unit in place.Office.Rows(BusinessUnit.Table))
        {
            place.Owner.Create(Placement.Row(Placement.Day(0), null, unit.Id, place.Office.MarketerId));
        }

        var (found, token) = (new List<int>(), "assignments:");
        while (token.StartsWith("assignments:", StringComparison.Ordinal))
        {
            var answer = place.Office.System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = token });
            found.Add((int)answer.Results["Found"]);
            token = (string)answer.Results["ContinuationToken"];
        }

        CollectionAssert.AreEqual(new[] { 50, 13 }, found);
        Assert.HasCount(63, place.Office.Rows(TeamMembership.Table));
    }

    private static int Changed(Placement place) =>
        (int)place.Office.System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = "assignments:" }).Results["Changed"];
}
