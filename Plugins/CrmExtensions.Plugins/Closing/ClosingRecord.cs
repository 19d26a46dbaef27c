using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Closing;

/// <summary>
/// An opportunity with its account, lead, close rows and interviews, in one query: the rows are close rows times interviews,
/// of which an opportunity has a handful.
/// </summary>
internal sealed class ClosingRecord
{
    private const string AccountAlias = "account";
    private const string LeadAlias = "lead";
    private const string CloseAlias = "close";
    private const string InterviewAlias = "interview";

    private readonly IReadOnlyList<Entity> rows;

    private ClosingRecord(IReadOnlyList<Entity> rows)
    {
        this.rows = rows;
        History = new ClosingHistory(
            Opportunity.Id,
            (OpportunityState)Opportunity.GetAttributeValue<OptionSetValue>(Tables.Opportunity.StateCode)!.Value,
            Opportunity.GetAttributeValue<DateTime?>(Tables.Opportunity.ActualCloseDate),
            RowsOf(CloseAlias, OpportunityClose.Id).ConvertAll(CloseOf),
            RowsOf(InterviewAlias, Interview.Id).ConvertAll(InterviewOf));
    }

    public ClosingHistory History { get; }

    /// <summary>The opportunity's own columns.</summary>
    public Entity Opportunity => rows[0];

    public int? IndustryCode => Opportunity.LinkedChoice(AccountAlias, Account.IndustryCode);

    public string? IndustryLabel => Opportunity.LinkedLabel(AccountAlias, Account.IndustryCode);

    public int? LeadSource => Opportunity.LinkedChoice(LeadAlias, Lead.LeadSourceCode);

    public string? LeadSourceLabel => Opportunity.LinkedLabel(LeadAlias, Lead.LeadSourceCode);

    /// <summary>Reads what concerns one opportunity; empty when it is gone.</summary>
    public static ClosingRecord? Read(IOrganizationService org, Guid opportunityId)
    {
        var query = QueryOf(opportunityId);
        LinkAccountAndLead(query);
        LinkCloses(query);
        LinkInterviews(query);
        var rows = org.RetrieveMultiple(query).Entities;
        return rows.Count == 0 ? null : new ClosingRecord([.. rows]);
    }

    public T? OfClose<T>(Guid? closeId, string column) =>
        RowOf(closeId) is { } row ? row.Linked<T>(CloseAlias, column) : default;

    public string? LabelOfClose(Guid? closeId, string column) => RowOf(closeId)?.LinkedLabel(CloseAlias, column);

    private static QueryExpression QueryOf(Guid opportunityId)
    {
        var query = new QueryExpression(Tables.Opportunity.Table)
        {
            ColumnSet = new ColumnSet(
                Tables.Opportunity.StateCode,
                Tables.Opportunity.CreatedOn,
                Tables.Opportunity.ActualCloseDate,
                Tables.Opportunity.ActualValue,
                Tables.Opportunity.ActualValueBase,
                Tables.Opportunity.EstimatedValue,
                Tables.Opportunity.EstimatedValueBase,
                Tables.Opportunity.TransactionCurrencyId,
                Tables.Opportunity.ParentAccountId,
                Tables.Opportunity.ParentContactId,
                Tables.Opportunity.CampaignId,
                Tables.Opportunity.StepName,
                Tables.Opportunity.OwningUser,
                Tables.Opportunity.OwningTeam,
                Tables.Opportunity.OwningBusinessUnit,
                Tables.Opportunity.ModifiedBy),
        };
        query.Criteria.AddCondition(Tables.Opportunity.Id, ConditionOperator.Equal, opportunityId);
        return query;
    }

    private static void LinkAccountAndLead(QueryExpression query)
    {
        Link(query, Account.Table, Tables.Opportunity.ParentAccountId, Account.Id, AccountAlias, Account.IndustryCode);
        Link(query, Lead.Table, Tables.Opportunity.OriginatingLeadId, Lead.Id, LeadAlias, Lead.LeadSourceCode);
    }

    private static void LinkCloses(QueryExpression query) => Link(
        query,
        OpportunityClose.Table,
        Tables.Opportunity.Id,
        OpportunityClose.OpportunityId,
        CloseAlias,
        OpportunityClose.Id,
        OpportunityClose.CreatedOn,
        OpportunityClose.CreatedBy,
        OpportunityClose.ActualEnd,
        OpportunityClose.ActualRevenue,
        OpportunityClose.ActualRevenueBase,
        OpportunityClose.OpportunityStateCode,
        OpportunityClose.OpportunityStatusCode);

    private static void LinkInterviews(QueryExpression query) => Link(
        query,
        Interview.Table,
        Tables.Opportunity.Id,
        Interview.OpportunityId,
        InterviewAlias,
        Interview.Id,
        Interview.CreatedOn,
        Interview.CloseKey,
        Interview.LateCloseKey,
        Interview.CloseSequence,
        Interview.IsCurrent,
        Interview.StatusCode,
        Interview.Outcome,
        Interview.ClosedOn);

    private static void Link(QueryExpression query, string table, string from, string to, string alias, params string[] columns)
    {
        var link = query.AddLink(table, from, to, JoinOperator.LeftOuter);
        link.EntityAlias = alias;
        link.Columns = new ColumnSet(columns);
    }

    private static CloseRow CloseOf(Entity row) => new(
        row.Linked<Guid>(CloseAlias, OpportunityClose.Id),
        row.Linked<DateTime>(CloseAlias, OpportunityClose.CreatedOn),
        OutcomeOf(row.LinkedChoice(CloseAlias, OpportunityClose.OpportunityStateCode)),
        row.Linked<DateTime?>(CloseAlias, OpportunityClose.ActualEnd));

    private static InterviewRow InterviewOf(Entity row) => new(
        row.Linked<Guid>(InterviewAlias, Interview.Id),
        row.Linked<string>(InterviewAlias, Interview.CloseKey) ?? "",
        row.Linked<int>(InterviewAlias, Interview.CloseSequence),
        row.Linked<bool>(InterviewAlias, Interview.IsCurrent),
        row.LinkedChoice(InterviewAlias, Interview.StatusCode) == Interview.StatusCodeOption.Superseded,
        (Outcome)(Choices.Offset(row.Linked<OptionSetValue>(InterviewAlias, Interview.Outcome)) ?? 0),
        row.Linked<DateTime>(InterviewAlias, Interview.ClosedOn),
        row.Linked<DateTime>(InterviewAlias, Interview.CreatedOn),
        Guid.TryParse(row.Linked<string>(InterviewAlias, Interview.LateCloseKey), out var late) ? late : null);

    private static Outcome? OutcomeOf(int? state) => state switch
    {
        (int)OpportunityState.Won => Outcome.Won,
        (int)OpportunityState.Lost => Outcome.Lost,
        _ => null,
    };

    // The rows that bring something new of a linked table.
    private List<Entity> RowsOf(string alias, string id)
    {
        var seen = new HashSet<Guid>();
        return rows.Where(row => row.Contains(alias + "." + id) && seen.Add(row.Linked<Guid>(alias, id))).ToList();
    }

    private Entity? RowOf(Guid? closeId) => closeId is null
        ? null
        : rows.FirstOrDefault(row => row.Linked<Guid>(CloseAlias, OpportunityClose.Id) == closeId);
}
