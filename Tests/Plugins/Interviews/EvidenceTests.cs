using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>Evidence: where it may be, consent, how long it stays, and what it is worth (product.md 5.4 and 6, B9).</summary>
[TestClass]
public sealed class EvidenceTests
{
    [TestMethod]
    [DataRow("https://meet.example.com/r/1", true)]
    [DataRow("https://MEET.example.com/r/1", true)]
    [DataRow("https://eu.meet.example.com/r/1", true)]
    [DataRow("http://meet.example.com/r/1", false)]
    [DataRow("https://meet.example.com.evil.net/r/1", false)]
    [DataRow("https://user:secret@meet.example.com/r/1", false)]
    [DataRow("javascript:alert(1)", false)]
    [DataRow("meet.example.com/r/1", false)]
    public void A_link_is_https_and_leads_where_the_settings_allow(string url, bool isAccepted)
    {
        using var desk = new Desk();
        desk.Office.Policy((Setting.EvidenceHosts, "meet.example.com\nfiles.example.com"));

        Try(isAccepted, () => Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Url, url)));

        Assert.HasCount(isAccepted ? 1 : 0, desk.Office.Rows(Evidence.Table));
    }

    [TestMethod]
    public void Without_allowed_hosts_only_an_excerpt_is_accepted()
    {
        using var desk = new Desk();

        Desk.Refusal(() => Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Url, "https://meet.example.com/r/1")));
        Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "From the minutes"));
    }

    [TestMethod]
    [DataRow(null, false)]
    [DataRow(0, true)]
    [DataRow(1, true)]
    [DataRow(2, false)]
    public void A_recording_takes_consent(int? consent, bool isAccepted)
    {
        using var desk = new Desk();

        Try(isAccepted, () => Add(desk, (Evidence.Type, Desk.Choice(0)), (Evidence.Excerpt, "x"), (Evidence.Consent, consent is null ? null : Desk.Choice(consent.Value))));
    }

    [TestMethod]
    [DataRow("02:05", 125)]
    [DataRow("１２：３４", 754)]
    [DataRow("1:02:03", 3723)]
    public void A_start_is_kept_in_seconds_too(string start, int seconds)
    {
        using var desk = new Desk();

        Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "x"), (Evidence.StartTime, start));

        Assert.AreEqual(seconds, desk.Office.Rows(Evidence.Table).Single().GetAttributeValue<int>(Evidence.StartSeconds));
    }

    [TestMethod]
    public void It_is_kept_for_24_months_after_the_close_unless_a_shorter_time_is_given()
    {
        using var desk = new Desk();

        Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "x"));
        Desk.Refusal(() => Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "x"), (Evidence.RetentionUntil, new DateTime(2028, 4, 2))));

        Assert.AreEqual(new DateTime(2028, 4, 1), desk.Office.Rows(Evidence.Table).Single().GetAttributeValue<DateTime>(Evidence.RetentionUntil));
    }

    [TestMethod]
    public void Our_own_proposal_is_no_record_while_it_is_being_written_either()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Office.Rep.Create(new Entity(Tables.Evidence.Table)
        {
            [Tables.Evidence.InterviewId] = new EntityReference(Interview.Table, desk.Id),
            [Tables.Evidence.Type] = Desk.Choice(4),
            [Tables.Evidence.Excerpt] = "Our plan, page 3",
        });

        desk.Save(desk.Office.Rep, Interview.Mood, Desk.Choice(1));

        Assert.StartsWith("B", desk.Row.FormattedValues[Interview.EvidenceGrade]);
    }

    [TestMethod]
    public void A_record_raises_the_grade_to_A()
    {
        using var desk = new Desk();
        desk.FillIn();
        Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "From the minutes"));

        desk.Move(desk.Office.Rep, 4);

        Assert.AreEqual("A Customer's words, recorded", desk.Row.FormattedValues[Interview.EvidenceGrade]);
    }

    [TestMethod]
    public void Below_a_locked_interview_nothing_can_be_added_changed_or_deleted()
    {
        using var desk = new Desk();
        desk.FillIn();
        var evidence = Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "From the minutes"));
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 6);

        Desk.Refusal(() => Add(desk, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "More")));
        Desk.Refusal(() => desk.Office.Rep.Update(new Entity(Evidence.Table, evidence) { [Evidence.Excerpt] = "Other" }));
        Desk.Refusal(() => desk.Office.Rep.Delete(Evidence.Table, evidence));
        Desk.Refusal(() => desk.AddCustomerReason("A1", rank: 1));

        Assert.HasCount(1, desk.Office.Rows(Evidence.Table));
        Assert.HasCount(1, desk.Office.Rows(InterviewReason.Table));
    }

    [TestMethod]
    public void An_interview_is_never_deleted()
    {
        using var desk = new Desk();

        Assert.Contains("never deleted", Desk.Refusal(() => desk.Office.System.Delete(Interview.Table, desk.Id)));
        Assert.AreEqual("Not started", desk.Status);
    }

    private static void Try(bool isAccepted, Action act)
    {
        if (isAccepted)
        {
            act();
        }
        else
        {
            Assert.Contains("1. ", Desk.Refusal(act));
        }
    }

    private static Guid Add(Desk desk, params (string Column, object? Value)[] values)
    {
        var row = new Entity(Evidence.Table)
        {
            [Evidence.Name] = "Minutes",
            [Evidence.InterviewId] = new EntityReference(Interview.Table, desk.Id),
        };
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        return desk.Office.Rep.Create(row);
    }
}
