using System.Globalization;
using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Privacy;

/// <summary>wl_PurgeInterview empties personal data and texts and leaves what is counted (product.md 6, B7).</summary>
[TestClass]
public sealed class PurgeTests
{
    private static readonly string[] Moved =
        [Interview.ModifiedOn, Interview.ModifiedBy, Interview.VersionNumber, Interview.ChildStamp, Interview.PurgedOn, Interview.PurgedById, Interview.PurgeReason];

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void The_customer_is_gone_and_what_is_counted_stays(bool isCompleted)
    {
        using var archive = new Archive(isCompleted);
        var before = archive.Desk.Row;
        var tallies = Tallies.Stored(archive.Desk.Office).ToList();
        var deal = archive.Row(new EntityReference(Opportunity.Table, archive.Desk.Deal));

        archive.Purge();
        archive.Desk.Office.Org.RunJobs();

        var after = archive.Desk.Row;
        var gone = before.Attributes.Keys.Except(after.Attributes.Keys).Order().ToList();
        CollectionAssert.AreEqual(
            new[]
            {
                Interview.AccountId, Interview.Contrast, Interview.DecidingRemark, Interview.MomentNarrative, Interview.RespondentId, Interview.SpeakerName,
                Interview.TextHash, Interview.WhatWouldChange,
            }.Order().ToList(),
            gone);
        foreach (var column in before.Attributes.Keys.Except(gone).Except(Moved))
        {
            Assert.AreEqual(Shown(before[column]), Shown(after[column]), column);
        }

        CollectionAssert.AreEqual(tallies, Tallies.Stored(archive.Desk.Office).ToList());
        Assert.AreEqual(deal.GetAttributeValue<long>(Opportunity.VersionNumber), archive.Row(deal.ToEntityReference()).GetAttributeValue<long>(Opportunity.VersionNumber));
    }

    [TestMethod]
    public void Rows_below_keep_their_codes_and_lose_their_texts()
    {
        using var archive = new Archive(isCompleted: true);

        var answer = archive.Purge();

        var (quote, rival, minutes) = (archive.Row(archive.Quote), archive.Row(archive.Rival), archive.Row(archive.Minutes));
        Assert.IsFalse(quote.Contains(InterviewReason.Quote));
        Assert.AreEqual(Desk.ReasonOf(archive.Desk.Office, "B2").Id, quote.GetAttributeValue<EntityReference>(InterviewReason.ReasonId)!.Id);
        Assert.IsFalse(rival.Contains(InterviewCompetitor.TheirStrength));
        Assert.IsTrue(rival.GetAttributeValue<bool>(InterviewCompetitor.IsFinalist));
        Assert.IsFalse(minutes.Contains(Evidence.Excerpt) || minutes.Contains(Evidence.StartTime) || minutes.Contains(Evidence.StartSeconds));
        Assert.AreEqual("Minutes", minutes.FormattedValues[Evidence.Type]);
        Assert.AreEqual("A Customer's words, recorded", archive.Desk.Row.FormattedValues[Interview.EvidenceGrade]);
        Assert.AreEqual(13, answer.Results["Emptied"]);
        Assert.AreEqual(false, answer.Results["More"]);
    }

    [TestMethod]
    public void A_waiver_keeps_its_decision_and_loses_its_notes()
    {
        using var archive = new Archive(isHeard: false);
        var waiver = archive.Below(Waiver.Table, (Waiver.Reason, Desk.Choice(4)), (Waiver.Note, "Buyer signed a confidentiality agreement"));
        archive.Desk.Office.Manager.Update(new Entity(Waiver.Table, waiver.Id) { [Waiver.Decision] = Desk.Choice(2), [Waiver.DecisionNote] = "Ask Buyer again" });

        archive.Purge();

        var row = archive.Row(waiver);
        Assert.AreEqual("Rejected", row.FormattedValues[Waiver.Decision]);
        Assert.IsFalse(row.Contains(Waiver.Note) || row.Contains(Waiver.DecisionNote));
    }

    [TestMethod]
    public void It_keeps_when_by_whom_and_why_and_a_second_time_changes_nothing()
    {
        using var archive = new Archive(isCompleted: true);
        archive.Purge();
        var (row, versions) = (archive.Desk.Row, archive.Versions());

        var again = archive.Purge(reason: "Another reason");

        Assert.AreEqual(0, again.Results["Emptied"]);
        Assert.AreEqual(versions, archive.Versions());
        Assert.AreEqual(archive.Desk.Office.Now.AddSeconds(-10), row.GetAttributeValue<DateTime>(Interview.PurgedOn));
        Assert.AreEqual(archive.OfficerId, row.GetAttributeValue<EntityReference>(Interview.PurgedById)!.Id);
        Assert.AreEqual(Archive.Reason, row.GetAttributeValue<string>(Interview.PurgeReason));
    }

    [TestMethod]
    public void A_call_empties_two_hundred_rows_and_says_that_more_are_left()
    {
        using var archive = new Archive();
        archive.Desk.Office.Org.EnableSteps(step => step.Table == InterviewReason.Table, false);
        for (var i = 0; i < 220; i++)
        {
            archive.Below(InterviewReason.Table, (InterviewReason.Quote, "So said Buyer"));
        }

        archive.Desk.Office.Org.EnableSteps(_ => true, true);

        Assert.AreEqual(true, archive.Purge().Results["More"]);
        Assert.AreEqual(false, archive.Purge().Results["More"]);
        Assert.IsTrue(archive.Desk.Office.Rows(InterviewReason.Table).All(row => !row.Contains(InterviewReason.Quote)));
    }

    [TestMethod]
    public void A_purge_that_broke_off_is_finished_by_the_next()
    {
        using var archive = new Archive(isCompleted: true);
        archive.Desk.Office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request is Microsoft.Xrm.Sdk.Messages.UpdateRequest { Target.LogicalName: Evidence.Table })
            {
                throw new TimeoutException("The line is dead.");
            }
        };
        Assert.Throws<Exception>(() => archive.Purge());
        archive.Desk.Office.Org.Meter.AtServiceCall = null;

        archive.Purge();

        Assert.IsFalse(archive.Row(archive.Minutes).Contains(Evidence.Excerpt));
        Assert.IsFalse(archive.Desk.Row.Contains(Interview.MomentNarrative));
    }

    private static string? Shown(object? value) => value switch
    {
        EntityReference reference => reference.Id.ToString(),
        OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
        OptionSetValueCollection choices => string.Join(',', choices.Select(choice => choice.Value)),
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
