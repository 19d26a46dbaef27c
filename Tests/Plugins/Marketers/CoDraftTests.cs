using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Marketers;

/// <summary>An embedded marketer drafts with the seller, who signs (product.md 8: read, comment, co-draft).</summary>
[TestClass]
public sealed class CoDraftTests
{
    [TestMethod]
    public void The_marketer_writes_answers_of_the_assigned_unit_and_moves_nothing_on()
    {
        using var desk = new Desk();
        Embed(desk.Office);
        var marketer = desk.Office.Marketer;
        desk.FillIn();

        desk.Save(marketer, Interview.Atmosphere, "誰も値段の話をしなかった");
        StringAssert.Contains(Desk.Refusal(() => desk.Move(marketer, 4)), "“Submitted”", StringComparison.Ordinal);
        desk.Move(desk.Office.Rep, 4);
        Desk.Refusal(() => desk.Move(marketer, 6));
        Desk.Refusal(() => desk.Move(marketer, 5));
        Desk.Refusal(() => desk.Move(marketer, 9, (Interview.OutOfScopeReason, "Stale")));

        Assert.AreEqual("Submitted", desk.Status);
        Assert.AreEqual("誰も値段の話をしなかった", desk.Row.GetAttributeValue<string>(Interview.Atmosphere));
    }

    [TestMethod]
    public void Secured_columns_stay_closed_in_both_directions()
    {
        using var desk = new Desk();
        Embed(desk.Office);
        desk.FillIn();
        desk.Save(desk.Office.Rep, Interview.SpeakerName, "Buyer");

        var seen = desk.Office.Marketer.Retrieve(Interview.Table, desk.Id, new ColumnSet(true));

        Assert.AreEqual("移行計画が見えない", seen.GetAttributeValue<string>(Interview.DecidingRemark));
        Assert.IsFalse(seen.Contains(Interview.SpeakerName) || seen.Contains(Interview.RespondentId));
        StringAssert.Contains(Desk.Refusal(() => desk.Save(desk.Office.Marketer, Interview.SpeakerName, "Somebody else")), "wl_speakername", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Nothing_can_be_asked_granted_or_deleted_there()
    {
        using var desk = new Desk();
        Embed(desk.Office);
        var below = new EntityReference(Interview.Table, desk.Id);
        var waiver = new Entity(Waiver.Table) { [Waiver.InterviewId] = below, [Waiver.Reason] = Desk.Choice(4), [Waiver.Note] = "Under a confidentiality agreement" };
        var evidence = new Entity(Evidence.Table) { [Evidence.InterviewId] = below, [Evidence.Type] = Desk.Choice(2), [Evidence.Excerpt] = "From the minutes" };

        StringAssert.Contains(Desk.Refusal(() => desk.Office.Marketer.Create(waiver)), "prvCreatewl_Waiver", StringComparison.Ordinal);
        StringAssert.Contains(Desk.Refusal(() => desk.Office.Marketer.Create(evidence)), "prvCreatewl_Evidence", StringComparison.Ordinal);
        Desk.Refusal(() => desk.Office.Marketer.Delete(Interview.Table, desk.Id));
    }

    private static void Embed(Office office)
    {
        office.System.Create(Placement.Row(Placement.Day(-1), null, office.Unit, office.MarketerId));
        office.Org.RunJobs();
    }
}
