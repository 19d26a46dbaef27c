using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Interviews;

/// <summary>Ways around the second person, the lock and the questions that are none.</summary>
[TestClass]
public sealed class WayAroundTests
{
    [TestMethod]
    [DataRow(InterviewReason.Table)]
    [DataRow(InterviewCompetitor.Table)]
    [DataRow(Evidence.Table)]
    [DataRow(Waiver.Table)]
    public void What_belongs_below_an_interview_is_not_made_without_one(string table)
    {
        using var desk = new Desk();

        Assert.Contains("interview", Desk.Refusal(() => desk.Office.Manager.Create(new Entity(table))));

        Assert.IsEmpty(desk.Office.Rows(table));
    }

    [TestMethod]
    public void A_request_for_a_waiver_is_not_taken_away_from_its_interview_to_be_changed_unseen()
    {
        using var desk = new Desk();
        desk.AskForWaiver();
        var waiver = desk.Office.Rows(Waiver.Table).Single().Id;

        Assert.Contains("interview", Desk.Refusal(() => desk.Office.Rep.Update(new Entity(Waiver.Table, waiver) { [Waiver.InterviewId] = null })));

        Assert.AreEqual(desk.Id, desk.Office.Rows(Waiver.Table).Single().GetAttributeValue<EntityReference>(Waiver.InterviewId)!.Id);
    }

    [TestMethod]
    public void Who_approves_does_not_take_away_the_attempts_that_the_request_stands_on()
    {
        using var desk = new Desk();
        var waiver = desk.Office.Rep.Create(new Entity(Waiver.Table)
        {
            [Waiver.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [Waiver.Reason] = Desk.Choice(1),
            [Waiver.Attempt1On] = new DateTime(2026, 5, 7),
            [Waiver.Attempt2On] = new DateTime(2026, 5, 8),
        });

        Assert.Contains("2 different days", Desk.Refusal(() => desk.Office.Manager.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(1), [Waiver.Attempt2On] = null })));
        desk.Office.Manager.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(1), [Waiver.Note] = "I know them: they moved." });

        Assert.AreEqual("Approved", desk.Office.System.Retrieve(Waiver.Table, waiver, new ColumnSet(true)).FormattedValues[Waiver.Decision]);
    }

    [TestMethod]
    public void Why_it_is_out_of_scope_stays_as_it_was_decided()
    {
        using var desk = new Desk();
        desk.Move(desk.Office.Manager, 9, (Interview.OutOfScopeReason, "Stale deal, cleaned up"));

        Assert.Contains("Out of scope", Desk.Refusal(() => desk.Save(desk.Office.Rep, Interview.OutOfScopeReason, null)));
        Assert.Contains("Out of scope", Desk.Refusal(() => desk.Save(desk.Office.Rep, Interview.ReviewNote, "Agreed by phone")));

        Assert.AreEqual("Stale deal, cleaned up", desk.Row.GetAttributeValue<string>(Interview.OutOfScopeReason));
    }

    [TestMethod]
    public void The_reviewers_note_on_a_completed_interview_is_not_its_owners_to_write()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 6, (Interview.ReviewNote, "Well heard"));

        Assert.Contains("Completed", Desk.Refusal(() => desk.Save(desk.Office.Rep, Interview.ReviewNote, "Best of the year")));

        Assert.AreEqual("Well heard", desk.Row.GetAttributeValue<string>(Interview.ReviewNote));
    }

    [TestMethod]
    public void Days_that_cannot_be_are_asked_again_all_at_once()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Save(desk.Office.Rep, new Dictionary<string, object?>
        {
            [Interview.HeardOn] = new DateTime(1900, 1, 1),
            [Interview.MomentOn] = new DateTime(2099, 1, 1),
        });

        var refusal = Desk.Refusal(() => desk.Move(desk.Office.Rep, 4));

        Assert.Contains("2025-04-01", refusal);
        Assert.Contains("2. Approx. date", refusal);
    }

    [TestMethod]
    public void A_winner_without_a_name_is_none()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Save(desk.Office.Rep, Interview.LossOutcome, Desk.Choice(0));
        var winner = desk.Office.Rep.Create(new Entity(InterviewCompetitor.Table)
        {
            [InterviewCompetitor.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [InterviewCompetitor.IsWinner] = true,
        });

        Assert.Contains("which competitor won", Desk.Refusal(() => desk.Move(desk.Office.Rep, 4)));
        desk.Office.Rep.Update(new Entity(InterviewCompetitor.Table, winner) { [InterviewCompetitor.CompetitorId] = new EntityReference(Competitor.Table, desk.Office.Rival("Glasswing")) });
        desk.Move(desk.Office.Rep, 4);

        Assert.AreEqual("Submitted", desk.Status);
    }
}
