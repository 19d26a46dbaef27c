using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Marketers;

/// <summary>What is no assignment is refused, with all that is wrong, in the language of who saves it.</summary>
[TestClass]
public sealed class AssignmentGuardTests
{
    [TestMethod]
    public void An_empty_one_is_asked_for_all_it_needs()
    {
        using var place = new Placement();

        var refusal = Desk.Refusal(() => place.Owner.Create(Placement.Row(null, null, null, null)));

        Assert.AreEqual("This assignment cannot be saved yet. Please:\n1. Choose the marketer.\n2. Choose the business unit.\n3. Enter the first day.", refusal);
        Assert.IsEmpty(place.Office.Rows(MarketerAssignment.Table));
    }

    [TestMethod]
    public void It_is_said_in_japanese_to_who_reads_japanese()
    {
        using var place = new Placement();
        place.Office.System.Create(new Entity(UserSettings.Table, place.OwnerId) { [UserSettings.UILanguageId] = 1041 });

        StringAssert.Contains(Desk.Refusal(() => place.Owner.Create(Placement.Row(null, null, null, null))), "マーケターを選んでください", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_disabled_user_and_days_in_the_wrong_order_are_refused()
    {
        using var place = new Placement();
        place.Office.System.Update(new Entity(SystemUser.Table, place.Office.MarketerId) { [SystemUser.IsDisabled] = true });

        var refusal = Desk.Refusal(() => place.Assign(Placement.Day(0), Placement.Day(-1)));

        StringAssert.Contains(refusal, "1. Choose a marketer who is an enabled user", StringComparison.Ordinal);
        StringAssert.Contains(refusal, "2. Choose a last day that is not before the first: 2026-05-10 is before 2026-05-11.", StringComparison.Ordinal);
    }

    [TestMethod]
    [DataRow(5, 9, false, true, DisplayName = "the last day of the other")]
    [DataRow(6, 9, true, true, DisplayName = "the day after")]
    [DataRow(0, null, false, true)]
    [DataRow(0, null, true, false, DisplayName = "another unit")]
    public void The_same_days_in_the_same_unit_are_taken_once(int from, int? to, bool isAccepted, bool sameUnit)
    {
        using var place = new Placement();
        var first = place.Assign(Placement.Day(1), Placement.Day(5));
        Guid Act() => place.Assign(Placement.Day(from), to is { } last ? Placement.Day(last) : null, sameUnit ? place.East : place.West);

        if (isAccepted)
        {
            Act();
        }
        else
        {
            StringAssert.Contains(Desk.Refusal(() => Act()), "from 2026-05-12 to 2026-05-16", StringComparison.Ordinal);
        }

        Assert.HasCount(isAccepted ? 2 : 1, place.Office.Rows(MarketerAssignment.Table));
        place.Change(first, MarketerAssignment.Mission, "Learn why");
    }

    [TestMethod]
    public void An_inactive_one_takes_no_days_until_it_is_active_again()
    {
        using var place = new Placement();
        var first = place.Assign(Placement.Day(0), null);
        place.Change(first, MarketerAssignment.StateCode, new OptionSetValue(MarketerAssignment.StateCodeOption.Inactive));
        place.Assign(Placement.Day(0), null);

        StringAssert.Contains(
            Desk.Refusal(() => place.Change(first, MarketerAssignment.StateCode, new OptionSetValue(MarketerAssignment.StateCodeOption.Active))),
            "from 2026-05-11 to further notice",
            StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_change_is_judged_with_what_stays()
    {
        using var place = new Placement();
        var assignment = place.Assign(Placement.Day(0), Placement.Day(5));

        Desk.Refusal(() => place.Change(assignment, MarketerAssignment.From, Placement.Day(6)));
        Desk.Refusal(() => place.Change(assignment, MarketerAssignment.MarketerId, null));
        place.Change(assignment, MarketerAssignment.From, Placement.Day(5));

        Assert.AreEqual("", place.Reads());
    }
}
