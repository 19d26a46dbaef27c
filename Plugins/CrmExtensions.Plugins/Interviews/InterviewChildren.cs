using CrmExtensions.Framework;
using CrmExtensions.Proof;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using CrmExtensions.Waivers;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>What hangs below an interview, in one query: the rows are all combinations, of which there is a handful.</summary>
internal sealed class InterviewChildren
{
    private const string ReasonRowAlias = "reasonrow";
    private const string ReasonAlias = "reason";
    private const string OwnReasonAlias = "ownreason";
    private const string CompetitorAlias = "competitor";
    private const string EvidenceAlias = "evidence";
    private const string WaiverAlias = "waiver";

    private InterviewChildren(IReadOnlyList<Entity> rows)
    {
        Reasons = Distinct(rows, ReasonRowAlias, InterviewReason.Id).ConvertAll(row => new ReasonRow(
            (Perspective?)Choices.Offset(row.Linked<OptionSetValue>(ReasonRowAlias, InterviewReason.Perspective)),
            (ReasonRank?)Choices.Offset(row.Linked<OptionSetValue>(ReasonRowAlias, InterviewReason.Rank)),
            LeafOf(row, ReasonAlias),
            row.Linked<string>(ReasonRowAlias, InterviewReason.Detail) ?? row.Linked<string>(ReasonRowAlias, InterviewReason.Quote)));
        Competitors = Distinct(rows, CompetitorAlias, InterviewCompetitor.Id).ConvertAll(row => new CompetitorRow(
            row.Linked<bool>(CompetitorAlias, InterviewCompetitor.IsFinalist),
            row.Linked<bool>(CompetitorAlias, InterviewCompetitor.IsWinner),
            row.Linked<EntityReference>(CompetitorAlias, InterviewCompetitor.CompetitorId) is not null || !WrittenLength.IsBlank(row.Linked<string>(CompetitorAlias, InterviewCompetitor.Name))));
        Evidence = Distinct(rows, EvidenceAlias, Tables.Evidence.Id)
            .Select(row => (EvidenceType?)Choices.Offset(row.Linked<OptionSetValue>(EvidenceAlias, Tables.Evidence.Type)))
            .OfType<EvidenceType>()
            .ToList();
        WaiverApproved = Distinct(rows, WaiverAlias, Waiver.Id)
            .Any(row => Choices.Offset(row.Linked<OptionSetValue>(WaiverAlias, Waiver.Decision)) == (int)WaiverStatus.Approved);
        SellerReason = rows.Select(row => LeafOf(row, OwnReasonAlias)).FirstOrDefault();
    }

    public IReadOnlyList<ReasonRow> Reasons { get; }

    public IReadOnlyList<CompetitorRow> Competitors { get; }

    public IReadOnlyList<EvidenceType> Evidence { get; }

    public bool WaiverApproved { get; }

    /// <summary>Our own hypothesis as stored; the update under way may bring another.</summary>
    public ReasonLeaf? SellerReason { get; }

    /// <summary>One service call.</summary>
    public static InterviewChildren Read(IOrganizationService org, Guid interview)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.Id) };
        query.Criteria.AddCondition(Interview.Id, ConditionOperator.Equal, interview);
        var reasons = Below(query, InterviewReason.Table, InterviewReason.InterviewId, ReasonRowAlias, InterviewReason.Id, InterviewReason.Perspective, InterviewReason.Rank, InterviewReason.Detail, InterviewReason.Quote);
        Leaf(reasons.AddLink(Reason.Table, InterviewReason.ReasonId, Reason.Id, JoinOperator.LeftOuter), ReasonAlias);
        Leaf(query.AddLink(Reason.Table, Interview.SellerReasonId, Reason.Id, JoinOperator.LeftOuter), OwnReasonAlias);
        Below(query, InterviewCompetitor.Table, InterviewCompetitor.InterviewId, CompetitorAlias, InterviewCompetitor.Id, InterviewCompetitor.Name, InterviewCompetitor.CompetitorId, InterviewCompetitor.IsFinalist, InterviewCompetitor.IsWinner);
        Below(query, Tables.Evidence.Table, Tables.Evidence.InterviewId, EvidenceAlias, Tables.Evidence.Id, Tables.Evidence.Type);
        Below(query, Waiver.Table, Waiver.InterviewId, WaiverAlias, Waiver.Id, Waiver.Decision);
        return new InterviewChildren([.. org.RetrieveMultiple(query).Entities]);
    }

    private static LinkEntity Below(QueryExpression query, string table, string parent, string alias, params string[] columns)
    {
        var link = query.AddLink(table, Interview.Id, parent, JoinOperator.LeftOuter);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(columns);
        return link;
    }

    private static void Leaf(LinkEntity link, string alias)
    {
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(Reason.Code, Reason.RequiresDetail, Reason.IsPrice);
    }

    private static ReasonLeaf? LeafOf(Entity row, string alias) => row.Linked<string>(alias, Reason.Code) is { } code
        ? new ReasonLeaf(code, row.Linked<bool>(alias, Reason.RequiresDetail), row.Linked<bool>(alias, Reason.IsPrice))
        : null;

    private static List<Entity> Distinct(IReadOnlyList<Entity> rows, string alias, string id)
    {
        var seen = new HashSet<Guid>();
        return rows.Where(row => row.Contains(alias + "." + id) && seen.Add(row.Linked<Guid>(alias, id))).ToList();
    }
}
