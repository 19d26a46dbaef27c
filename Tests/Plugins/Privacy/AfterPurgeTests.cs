using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Privacy;

/// <summary>What was erased on request is not written again, whoever tries.</summary>
[TestClass]
public sealed class AfterPurgeTests
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Nobody_writes_a_text_or_an_answer_back(bool isCompleted)
    {
        using var archive = new Archive(isCompleted);
        archive.Purge();
        var versions = archive.Versions();

        foreach (var who in new[] { archive.Desk.Office.Rep, archive.Desk.Office.Manager, archive.Desk.Office.System })
        {
            AssertPurged(() => archive.Desk.Save(who, Interview.MomentNarrative, "Buyer said no"));
            AssertPurged(() => archive.Desk.Save(who, Interview.Mood, Desk.Choice(0)));
            AssertPurged(() => archive.Desk.Save(who, Interview.ReviewNote, "Buyer said no"));
            AssertPurged(() => archive.Desk.Save(who, Interview.OutOfScopeReason, "Buyer said no"));
            AssertPurged(() => who.Update(new Entity(InterviewReason.Table, archive.Quote.Id) { [InterviewReason.Quote] = "Buyer" }));
            AssertPurged(() => who.Update(new Entity(InterviewCompetitor.Table, archive.Rival.Id) { [InterviewCompetitor.TheirWeakness] = "Buyer" }));
            AssertPurged(() => who.Update(new Entity(Evidence.Table, archive.Minutes.Id) { [Evidence.Name] = "Buyer" }));
        }

        AssertPurged(() => archive.Below(InterviewReason.Table, (InterviewReason.Quote, "Buyer")));
        AssertPurged(() => archive.Below(Evidence.Table, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "Buyer")));
        AssertPurged(() => archive.Below(Waiver.Table, (Waiver.Reason, Desk.Choice(4)), (Waiver.Note, "Buyer")));
        Assert.AreEqual(versions, archive.Versions());
    }

    [TestMethod]
    public void It_is_said_in_japanese_to_who_reads_japanese()
    {
        using var archive = new Archive();
        archive.Purge();
        archive.Desk.Office.System.Create(new Entity(UserSettings.Table, archive.Desk.Office.RepId) { [UserSettings.UILanguageId] = 1041 });

        StringAssert.Contains(Desk.Refusal(() => archive.Desk.Save(archive.Desk.Office.Rep, Interview.Mood, Desk.Choice(0))), "申し出により消去されています", StringComparison.Ordinal);
    }

    [TestMethod]
    public void A_completed_one_is_not_returned_and_an_open_one_is_not_submitted()
    {
        using var completed = new Archive(isCompleted: true);
        using var open = new Archive();
        completed.Purge();
        open.Purge();

        AssertPurged(() => completed.Desk.Move(completed.Desk.Office.Manager, 5));
        AssertPurged(() => open.Desk.Move(open.Desk.Office.Rep, 4));

        Assert.AreEqual("Completed", completed.Desk.Status);
        Assert.AreEqual("In progress", open.Desk.Status);
    }

    [TestMethod]
    public void An_open_one_is_put_out_of_scope_by_the_manager_without_another_reason()
    {
        using var archive = new Archive();
        archive.Purge();

        Desk.Refusal(() => archive.Desk.Move(archive.Desk.Office.Rep, 9));
        archive.Desk.Move(archive.Desk.Office.Manager, 9);

        Assert.AreEqual("Out of scope", archive.Desk.Status);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_reopened_opportunity_supersedes_it_all_the_same(bool isCompleted)
    {
        using var archive = new Archive(isCompleted);
        archive.Purge();

        archive.Desk.Office.Reopen(archive.Desk.Deal);
        archive.Desk.Office.Org.RunJobs();

        Assert.AreEqual("Superseded", archive.Desk.Status);
        Assert.IsFalse(archive.Desk.Row.GetAttributeValue<bool>(Interview.IsCurrent));
    }

    [TestMethod]
    public void Without_a_purge_nothing_below_a_completed_interview_is_emptied()
    {
        using var archive = new Archive(isCompleted: true);

        Desk.Refusal(() => archive.Desk.Office.Rep.Update(new Entity(InterviewReason.Table, archive.Quote.Id) { [InterviewReason.Quote] = null }));
        Desk.Refusal(() => archive.Desk.Office.System.Update(new Entity(Evidence.Table, archive.Minutes.Id) { [Evidence.Excerpt] = null }));

        Assert.IsTrue(archive.Row(archive.Quote).Contains(InterviewReason.Quote));
    }

    [TestMethod]
    public void A_purge_lets_a_locked_row_be_emptied_and_not_be_changed_or_moved()
    {
        using var archive = new Archive(isCompleted: true);
        archive.Purge();

        Desk.Refusal(() => archive.Desk.Office.System.Update(new Entity(InterviewReason.Table, archive.Quote.Id) { [InterviewReason.Rank] = Desk.Choice(0), [InterviewReason.Sentiment] = null }));
        Desk.Refusal(() => archive.Desk.Office.System.Delete(InterviewReason.Table, archive.Quote.Id));
    }

    private static void AssertPurged(Action act) => StringAssert.Contains(Desk.Refusal(act), "was erased on request", StringComparison.Ordinal);
}
