using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>
/// The competitors the CRM knows of already: those of the opportunity as finalists, that of the close row as finalist and,
/// for a loss, winner (product.md 5.4).
/// </summary>
internal static class CompetitorPrefill
{
    private const string CompetitorAlias = "competitor";

    public static void Fill(IOrganizationService org, Entity interview)
    {
        var named = OfClose(org, interview);
        if (named is not null)
        {
            var lost = (Outcome?)Choices.Offset(interview.GetAttributeValue<OptionSetValue>(Interview.Outcome)) == Outcome.Lost;
            Add(org, interview, named.Id, named.Name, isWinner: lost);
        }

        foreach (var row in OfOpportunity(org, interview))
        {
            var id = row.GetAttributeValue<Guid>(OpportunityCompetitors.CompetitorId);
            if (id != named?.Id)
            {
                Add(org, interview, id, row.Linked<string>(CompetitorAlias, Competitor.Name), isWinner: false);
            }
        }
    }

    private static EntityReference? OfClose(IOrganizationService org, Entity interview)
    {
        var closeId = CloseKeys.CloseIdOf(interview.GetAttributeValue<string>(Interview.CloseKey)!)
            ?? (Guid.TryParse(interview.GetAttributeValue<string>(Interview.LateCloseKey), out var late) ? late : null);
        if (closeId is null)
        {
            return null;
        }

        var query = new QueryExpression(OpportunityClose.Table) { ColumnSet = new ColumnSet(OpportunityClose.CompetitorId) };
        query.Criteria.AddCondition(OpportunityClose.Id, ConditionOperator.Equal, closeId.Value);
        var link = query.AddLink(Competitor.Table, OpportunityClose.CompetitorId, Competitor.Id, JoinOperator.Inner);
        link.EntityAlias = CompetitorAlias;
        link.Columns = new ColumnSet(Competitor.Name);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row
            ? new EntityReference(Competitor.Table, row.GetAttributeValue<EntityReference>(OpportunityClose.CompetitorId)!.Id) { Name = row.Linked<string>(CompetitorAlias, Competitor.Name) }
            : null;
    }

    private static IReadOnlyList<Entity> OfOpportunity(IOrganizationService org, Entity interview)
    {
        if (interview.GetAttributeValue<EntityReference>(Interview.OpportunityId) is not { } opportunity)
        {
            return [];
        }

        var query = new QueryExpression(OpportunityCompetitors.Table) { ColumnSet = new ColumnSet(OpportunityCompetitors.CompetitorId) };
        query.Criteria.AddCondition(OpportunityCompetitors.OpportunityId, ConditionOperator.Equal, opportunity.Id);
        var link = query.AddLink(Competitor.Table, OpportunityCompetitors.CompetitorId, Competitor.Id, JoinOperator.Inner);
        link.EntityAlias = CompetitorAlias;
        link.Columns = new ColumnSet(Competitor.Name);
        return [.. org.RetrieveMultiple(query).Entities];
    }

    // Owned as its interview is: assigning the interview takes along what is there by then, and this may come later.
    private static void Add(IOrganizationService org, Entity interview, Guid competitor, string? name, bool isWinner) =>
        org.TryCreate(new Entity(InterviewCompetitor.Table)
        {
            [InterviewCompetitor.Name] = name,
            [InterviewCompetitor.InterviewId] = interview.ToEntityReference(),
            [InterviewCompetitor.CompetitorId] = new EntityReference(Competitor.Table, competitor),
            [InterviewCompetitor.OwnerId] = interview.GetAttributeValue<EntityReference>(Interview.OwnerId),
            [InterviewCompetitor.IsFinalist] = true,
            [InterviewCompetitor.IsWinner] = isWinner,
        });
}
