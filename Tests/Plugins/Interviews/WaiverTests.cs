using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Interviews;

/// <summary>Waive the hearing, never the record (product.md 2, 5.4 and 6, B8).</summary>
[TestClass]
public sealed class WaiverTests
{
    [TestMethod]
    public void A_request_that_the_manager_approves_frees_from_the_hearing_but_not_from_the_reflection()
    {
        using var desk = new Desk();
        var waiver = Ask(desk, (Waiver.Reason, Desk.Choice(0)));
        Decide(desk, desk.Office.Manager, waiver, 1);

        Assert.Contains("1. ", Desk.Refusal(() => desk.Move(desk.Office.Rep, 4)));
        desk.Save(desk.Office.Rep, Desk.Reflection(desk.Office));
        desk.Save(desk.Office.Rep, new Dictionary<string, object?>
        {
            [Interview.SellerNote] = "3月の定例会議の後、先方の購買部長から今期は見送ると電話があり、理由は来期の予算に移すためと聞いた。以後は連絡を控えてほしいとのこと。",
            [Interview.NoMarketingData] = true,
        });
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 7);

        Assert.AreEqual("Completed, hearing waived", desk.Status);
        Assert.AreEqual(desk.Office.ManagerId, Row(desk, waiver).GetAttributeValue<EntityReference>(Waiver.ApproverId)!.Id);
        Assert.AreEqual("D Our guess", desk.Row.FormattedValues[Interview.EvidenceGrade]);
    }

    [TestMethod]
    public void Who_asks_does_not_approve()
    {
        using var desk = new Desk();
        var waiver = Ask(desk, (Waiver.Reason, Desk.Choice(0)));

        Desk.Refusal(() => Decide(desk, desk.Office.Rep, waiver, 1));

        Assert.AreEqual("Requested", Row(desk, waiver).FormattedValues[Waiver.Decision]);
    }

    [TestMethod]
    public void For_a_won_deal_the_manager_is_not_enough_and_the_head_of_the_unit_decides()
    {
        using var desk = new Desk(won: true);
        var waiver = Ask(desk, (Waiver.Reason, Desk.Choice(0)));
        Desk.Refusal(() => Decide(desk, desk.Office.Manager, waiver, 1));
        var head = desk.Office.Org.AddUser("Head", desk.Office.Unit, ["Salesperson", "WL Sales Manager"]);
        desk.Office.System.Create(new Entity(Approver.Table)
        {
            [Approver.BusinessUnitId] = new EntityReference(BusinessUnit.Table, desk.Office.Unit),
            [Approver.UserId] = new EntityReference(SystemUser.Table, head),
            [Approver.Kind] = Desk.Choice(0),
        });

        Decide(desk, desk.Office.Org.As(head), waiver, 1);

        Assert.AreEqual("Approved", Row(desk, waiver).FormattedValues[Waiver.Decision]);
    }

    [TestMethod]
    [DataRow("2026-05-07", null, false)]
    [DataRow("2026-05-07", "2026-05-07", false)]
    [DataRow("2026-05-07", "2026-05-08", true)]
    [DataRow("2026-05-07", "2026-12-01", false)]
    public void No_answer_takes_two_attempts_on_different_days(string first, string? second, bool isAccepted)
    {
        using var desk = new Desk();
        void Act() => Ask(desk, (Waiver.Reason, Desk.Choice(1)), (Waiver.Attempt1On, Date(first)), (Waiver.Attempt2On, second is null ? null : Date(second)));

        if (isAccepted)
        {
            Act();
        }
        else
        {
            Assert.Contains("1. ", Desk.Refusal(Act));
        }

        Assert.HasCount(isAccepted ? 1 : 0, desk.Office.Rows(Waiver.Table));
    }

    [TestMethod]
    public void Who_asked_and_how_often_is_what_the_server_saw()
    {
        using var desk = new Desk();

        var waiver = Ask(desk, (Waiver.Reason, Desk.Choice(0)), (Waiver.RequestedById, new EntityReference(SystemUser.Table, desk.Office.ManagerId)), (Waiver.Decision, Desk.Choice(1)), (Waiver.Attempts, 9));

        var row = Row(desk, waiver);
        Assert.AreEqual(desk.Office.RepId, row.GetAttributeValue<EntityReference>(Waiver.RequestedById)!.Id);
        Assert.AreEqual("Requested", row.FormattedValues[Waiver.Decision]);
        Assert.AreEqual(0, row.GetAttributeValue<int>(Waiver.Attempts));
    }

    [TestMethod]
    public void What_has_been_decided_stays()
    {
        using var desk = new Desk();
        var waiver = Ask(desk, (Waiver.Reason, Desk.Choice(0)));
        Decide(desk, desk.Office.Manager, waiver, 2);

        Assert.Contains("“Rejected”", Desk.Refusal(() => desk.Office.Rep.Update(new Entity(Waiver.Table, waiver) { [Waiver.Note] = "But please" })));
        Desk.Refusal(() => Decide(desk, desk.Office.Manager, waiver, 1));
    }

    [TestMethod]
    public void A_hearing_that_takes_place_after_all_cancels_it()
    {
        using var desk = new Desk();
        var waiver = Ask(desk, (Waiver.Reason, Desk.Choice(0)));
        Decide(desk, desk.Office.Manager, waiver, 1);

        desk.FillIn();
        desk.Office.Org.RunJobs();
        desk.Move(desk.Office.Rep, 4);

        Assert.AreEqual("Cancelled by a hearing", Row(desk, waiver).FormattedValues[Waiver.Decision]);
        Desk.Refusal(() => desk.Move(desk.Office.Manager, 7));
        desk.Move(desk.Office.Manager, 6);
        Assert.AreEqual("Completed", desk.Status);
        Assert.IsEmpty(desk.Office.Org.FailedJobs);
    }

    private static Guid Ask(Desk desk, params (string Column, object? Value)[] values)
    {
        var row = new Entity(Waiver.Table) { [Waiver.InterviewId] = new EntityReference(Interview.Table, desk.Id) };
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        return desk.Office.Rep.Create(row);
    }

    private static void Decide(Desk desk, IOrganizationService who, Guid waiver, int decision)
    {
        Assert.IsTrue(desk.Office.Rows(Waiver.Table).Any(row => row.Id == waiver));
        who.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(decision) });
    }

    private static Entity Row(Desk desk, Guid waiver) => desk.Office.System.Retrieve(Waiver.Table, waiver, new ColumnSet(true));

    private static DateTime Date(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
