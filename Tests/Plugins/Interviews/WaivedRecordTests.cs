using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>Where the hearing is waived the seller's note is the record, and the guard holds it to what it asks of notes (product.md 7).</summary>
[TestClass]
public sealed class WaivedRecordTests
{
    [TestMethod]
    [DataRow(1041, "20 点以上が必要です")]
    [DataRow(1033, "20 are needed")]
    public void A_vague_note_is_told_the_points_that_a_note_needs(int language, string points)
    {
        using var desk = Waived(new Desk());
        desk.Office.System.Create(new Entity(UserSettings.Table, desk.Office.RepId) { [UserSettings.UILanguageId] = language });
        desk.Save(desk.Office.Rep, Interview.SellerMomentStage, Desk.Choice(13));
        desk.Save(desk.Office.Rep, Interview.SellerNote, "予算の都合");

        Assert.Contains(points, Desk.Refusal(() => desk.Move(desk.Office.Rep, 4)));
    }

    [TestMethod]
    public void The_same_note_for_another_deal_costs_points()
    {
        using var desk = Waived(new Desk());
        desk.Move(desk.Office.Rep, 4);
        var other = desk.Office.Deal();
        desk.Office.Lose(other, Desk.Day(2));
        desk.Office.Org.RunJobs();
        using var second = Waived(desk.Of(other));

        second.Move(desk.Office.Rep, 4);

        Assert.Contains("Duplicate", second.Row.FormattedValues[Interview.VagueFlags]);
        Assert.AreEqual(desk.Row.GetAttributeValue<int>(Interview.SpecificityScore) - 30, second.Row.GetAttributeValue<int>(Interview.SpecificityScore));
    }

    private static Desk Waived(Desk desk)
    {
        var waiver = desk.Office.Rep.Create(new Entity(Waiver.Table)
        {
            [Waiver.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [Waiver.Reason] = Desk.Choice(0),
        });
        desk.Office.Manager.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(1) });
        desk.Save(desk.Office.Rep, Desk.Reflection(desk.Office));
        desk.Save(desk.Office.Rep, Desk.Note);
        return desk;
    }
}
