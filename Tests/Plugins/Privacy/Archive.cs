using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Privacy;

/// <summary>One interview with a row of every kind below it, and a privacy officer.</summary>
internal sealed class Archive : IDisposable
{
    public const string Reason = "本人からの消去の申し出";

    public Archive(bool isCompleted = false, bool isHeard = true)
    {
        OfficerId = Desk.Office.Org.AddUser("Privacy officer", null, ["WL Privacy Officer", "Basic User"]);
        if (isHeard)
        {
            Desk.FillIn();
        }

        Desk.Save(Desk.Office.Rep, Interview.SpeakerName, "Buyer");
        Quote = Below(InterviewReason.Table, (InterviewReason.ReasonId, Desk.ReasonOf(Desk.Office, "B2")), (InterviewReason.Perspective, Desk.Choice(0)), (InterviewReason.Rank, Desk.Choice(1)), (InterviewReason.Quote, "高すぎる、と 購買部長"));
        Rival = Below(
            InterviewCompetitor.Table,
            (InterviewCompetitor.CompetitorId, new EntityReference(Competitor.Table, Desk.Office.Rival("Hoshi Systems"))),
            (InterviewCompetitor.Name, "Hoshi Systems"),
            (InterviewCompetitor.IsFinalist, true),
            (InterviewCompetitor.TheirStrength, "Buyer knew their director"));
        Minutes = Below(Evidence.Table, (Evidence.Type, Desk.Choice(2)), (Evidence.Excerpt, "Buyer: show me the plan"), (Evidence.StartTime, "02:05"));
        if (isCompleted)
        {
            Desk.Move(Desk.Office.Rep, 4);
            Desk.Move(Desk.Office.Manager, 6);
        }

        Desk.Office.Org.RunJobs();
    }

    public Desk Desk { get; } = new();

    public Guid OfficerId { get; }

    public EntityReference Quote { get; }

    public EntityReference Rival { get; }

    public EntityReference Minutes { get; }

    public IOrganizationService Officer => Desk.Office.Org.As(OfficerId);

    public static IReadOnlyList<string> ChildTables { get; } = [InterviewReason.Table, InterviewCompetitor.Table, Waiver.Table, Evidence.Table];

    public OrganizationResponse Purge(IOrganizationService? who = null, string? key = null, string reason = Reason)
    {
        Desk.Office.Advance(TimeSpan.FromSeconds(10));
        return (who ?? Officer).Execute(new OrganizationRequest("wl_PurgeInterview") { ["InterviewKey"] = key ?? Desk.Id.ToString("D"), ["Reason"] = reason });
    }

    /// <summary>A row below the interview, made by the rep.</summary>
    public EntityReference Below(string table, params (string Column, object? Value)[] values)
    {
        var row = new Entity(table) { ["wl_interviewid"] = new EntityReference(Interview.Table, Desk.Id) };
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        return new EntityReference(table, Desk.Office.Rep.Create(row));
    }

    public Entity Row(EntityReference row) => Desk.Office.System.Retrieve(row.LogicalName, row.Id, new Microsoft.Xrm.Sdk.Query.ColumnSet(true));

    public string Versions() => string.Join(' ', ChildTables.Append(Interview.Table).SelectMany(Desk.Office.Rows).Select(row => row.GetAttributeValue<long>(Interview.VersionNumber)));

    public void Dispose() => Desk.Dispose();
}
