using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>The way of an interview from submission to completion and back (product.md 5.2, Status, and 9).</summary>
[TestClass]
public sealed class ReviewTests
{
    [TestMethod]
    public void The_manager_completes_what_was_submitted_and_the_books_say_when_and_by_whom()
    {
        using var desk = Submitted();

        desk.Move(desk.Office.Manager, 6);

        var row = desk.Row;
        Assert.AreEqual("Completed", desk.Status);
        Assert.AreEqual(desk.Office.ManagerId, row.GetAttributeValue<EntityReference>(Interview.ReviewerId)!.Id);
        Assert.IsTrue(row.GetAttributeValue<bool>(Interview.OnTime));
        Assert.AreEqual(40, row.GetAttributeValue<int>(Interview.DaysToComplete));
        Assert.IsTrue(row.Contains(Interview.CompletedOn) && row.Contains(Interview.FirstSubmittedOn) && row.Contains(Interview.PartAOn));
    }

    [TestMethod]
    public void Who_owns_it_does_not_complete_it()
    {
        using var desk = Submitted();

        var refusal = Desk.Refusal(() => desk.Move(desk.Office.Rep, 6));

        Assert.Contains("“Submitted”", refusal);
        Assert.Contains("“Completed”", refusal);
        Assert.AreEqual("Submitted", desk.Status);
    }

    [TestMethod]
    public void A_manager_of_another_team_does_not_review_it()
    {
        using var desk = Submitted();
        var stranger = desk.Office.Org.AddUser("Stranger", desk.Office.Unit, ["Salesperson", "WL Sales Manager"]);

        Desk.Refusal(() => desk.Move(desk.Office.Org.As(stranger), 6));

        Assert.AreEqual("Submitted", desk.Status);
    }

    [TestMethod]
    public void A_delegate_named_for_the_unit_does_while_the_naming_lasts()
    {
        using var desk = Submitted();
        var deputy = desk.Office.Org.AddUser("Deputy", desk.Office.Unit, ["Salesperson", "WL Sales Manager"]);
        desk.Office.System.Create(new Entity(Approver.Table)
        {
            [Approver.BusinessUnitId] = new EntityReference(BusinessUnit.Table, desk.Office.Unit),
            [Approver.UserId] = new EntityReference(SystemUser.Table, deputy),
            [Approver.Kind] = Desk.Choice(1),
            [Approver.To] = new DateTime(2026, 5, 12),
        });

        desk.Move(desk.Office.Org.As(deputy), 5);
        Assert.AreEqual("Returned", desk.Status);
        desk.Move(desk.Office.Rep, 4);
        desk.Office.Advance(TimeSpan.FromDays(5));

        Desk.Refusal(() => desk.Move(desk.Office.Org.As(deputy), 6));
    }

    [TestMethod]
    public void What_is_completed_is_locked_until_the_manager_returns_it()
    {
        using var desk = Submitted();
        desk.Move(desk.Office.Manager, 6);

        Assert.Contains("Completed", Desk.Refusal(() => desk.Save(desk.Office.Rep, Interview.Atmosphere, "warm")));
        Assert.Contains("Completed", Desk.Refusal(() => desk.Save(desk.Office.Manager, Interview.Atmosphere, "warm")));
        Desk.Refusal(() => desk.Move(desk.Office.Rep, 5));
        desk.Move(desk.Office.Manager, 5, (Interview.ReviewNote, "Which meeting was it?"));
        desk.Save(desk.Office.Rep, Interview.Atmosphere, "warm");

        var row = desk.Row;
        Assert.AreEqual("Returned", desk.Status);
        Assert.AreEqual(1, row.GetAttributeValue<int>(Interview.ReturnCount));
        Assert.IsFalse(row.Contains(Interview.CompletedOn));
        Assert.AreEqual("warm", row.GetAttributeValue<string>(Interview.Atmosphere));
    }

    [TestMethod]
    [DataRow(6)]
    [DataRow(7)]
    [DataRow(5)]
    [DataRow(8)]
    public void From_not_started_there_is_no_way_there(int status)
    {
        using var desk = new Desk();

        Desk.Refusal(() => desk.Move(desk.Office.Rep, status));
        Desk.Refusal(() => desk.Move(desk.Office.Manager, status));

        Assert.AreEqual("Not started", desk.Status);
    }

    [TestMethod]
    public void Deactivating_by_hand_is_no_way_around_the_review()
    {
        using var desk = Submitted();

        Desk.Refusal(() => desk.Save(desk.Office.Rep, Interview.StateCode, new OptionSetValue(1)));

        Assert.AreEqual("Submitted", desk.Status);
    }

    [TestMethod]
    public void Out_of_scope_takes_the_manager_and_a_reason()
    {
        using var desk = new Desk();

        Desk.Refusal(() => desk.Move(desk.Office.Rep, 9, (Interview.OutOfScopeReason, "Stale deal")));
        Desk.Refusal(() => desk.Move(desk.Office.Manager, 9));
        desk.Save(desk.Office.Manager, Interview.OutOfScopeReason, "Stale deal, cleaned up");
        desk.Move(desk.Office.Manager, 9);

        Assert.AreEqual("Out of scope", desk.Status);
    }

    [TestMethod]
    public void Reopening_the_deal_supersedes_whatever_status_it_has()
    {
        using var desk = Submitted();
        desk.Move(desk.Office.Manager, 6);

        desk.Office.Reopen(desk.Deal);

        Assert.AreEqual("Superseded", desk.Status);
        Assert.Contains("Superseded", Desk.Refusal(() => desk.Save(desk.Office.Rep, Interview.Atmosphere, "late")));
    }

    private static Desk Submitted()
    {
        var desk = new Desk();
        desk.FillIn();
        desk.Move(desk.Office.Rep, 4);
        return desk;
    }
}
