using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Evidence is emptied the day after its last; that there was some, of which kind and with whose consent, stays. Its last day is 20 May.</summary>
[TestClass]
public sealed class EvidenceRetentionTests
{
    private static readonly DateTime LastDay = new(2026, 5, 20);

    private static readonly string[] Contents = [Evidence.Url, Evidence.Excerpt, Evidence.StartTime, Evidence.StartSeconds];

    [TestMethod]
    [DataRow(9, 4, 0)]
    [DataRow(10, 0, 1)]
    public void It_is_emptied_below_a_completed_interview_the_day_after_its_last(int days, int filled, int changed)
    {
        using var desk = new Desk();
        var evidence = AddAndComplete(desk);
        var before = desk.Row;
        desk.Office.Advance(TimeSpan.FromDays(days));

        Assert.AreEqual(changed, SweepPart.Run(desk.Office, "retention").Sum());

        var row = Row(desk, evidence);
        Assert.AreEqual(filled, Contents.Count(row.Contains));
        Assert.AreEqual("Video recording", row.FormattedValues[Evidence.Type]);
        Assert.AreEqual("Obtained", row.FormattedValues[Evidence.Consent]);
        Assert.AreEqual(LastDay, row.GetAttributeValue<DateTime>(Evidence.RetentionUntil));
        foreach (var kept in new[] { Interview.EvidenceGrade, Interview.SpecificityScore, Interview.HasRecord, Interview.StatusCode })
        {
            Assert.AreEqual(before[kept], desk.Row[kept], kept);
        }

        Assert.AreEqual(0, SweepPart.Run(desk.Office, "retention").Sum());
    }

    [TestMethod]
    public void It_is_emptied_below_an_open_interview_too_and_keeps_its_worth_when_that_is_submitted()
    {
        using var desk = new Desk();
        desk.FillIn();
        var evidence = Add(desk);
        desk.Office.Advance(TimeSpan.FromDays(11));

        SweepPart.Run(desk.Office, "retention");
        desk.Move(desk.Office.Rep, 4);

        Assert.AreEqual(0, Contents.Count(Row(desk, evidence).Contains));
        Assert.AreEqual("A Customer's words, recorded", desk.Row.FormattedValues[Interview.EvidenceGrade]);
    }

    [TestMethod]
    public void Until_the_last_day_is_over_a_locked_interview_keeps_its_evidence_from_everybody()
    {
        using var desk = new Desk();
        var evidence = AddAndComplete(desk);
        desk.Office.Advance(TimeSpan.FromDays(9));

        Assert.Contains("locked", Desk.Refusal(() => desk.Office.System.Update(new Entity(Evidence.Table, evidence) { [Evidence.Url] = null })));

        Assert.AreEqual(Contents.Length, Contents.Count(Row(desk, evidence).Contains));
    }

    [TestMethod]
    [DataRow(Evidence.Name, "Other minutes")]
    [DataRow(Evidence.Excerpt, "Other words")]
    [DataRow(Evidence.Consent, null)]
    [DataRow(Evidence.RetentionUntil, null)]
    public void Afterwards_it_may_be_emptied_and_nothing_else(string column, object? value)
    {
        using var desk = new Desk();
        var evidence = AddAndComplete(desk);
        desk.Office.Advance(TimeSpan.FromDays(10));

        Assert.Contains("locked", Desk.Refusal(() => desk.Office.Rep.Update(new Entity(Evidence.Table, evidence) { [Evidence.Url] = null, [column] = value })));
        desk.Office.Rep.Update(new Entity(Evidence.Table, evidence) { [Evidence.Url] = null });

        Assert.AreEqual(Contents.Length - 1, Contents.Count(Row(desk, evidence).Contains));
    }

    private static Guid AddAndComplete(Desk desk)
    {
        desk.FillIn();
        var evidence = Add(desk);
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 6);
        return evidence;
    }

    private static Guid Add(Desk desk)
    {
        desk.Office.Policy((Setting.EvidenceHosts, "meet.example.com"));
        return desk.Office.Rep.Create(new Entity(Evidence.Table)
        {
            [Evidence.Name] = "Closing talk",
            [Evidence.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [Evidence.Type] = Desk.Choice(0),
            [Evidence.Consent] = Desk.Choice(0),
            [Evidence.Url] = "https://meet.example.com/r/1",
            [Evidence.Excerpt] = "We cannot see the migration plan",
            [Evidence.StartTime] = "12:34",
            [Evidence.RetentionUntil] = LastDay,
        });
    }

    private static Entity Row(Desk desk, Guid evidence) => desk.Office.System.Retrieve(Evidence.Table, evidence, new ColumnSet(true));
}
