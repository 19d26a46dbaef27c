using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Insights;

/// <summary>The competitors of an interview.</summary>
internal sealed class Rivals
{
    private readonly IReadOnlyList<Contender> contenders;

    private Rivals(IReadOnlyList<Contender> contenders, IReadOnlyList<string> names)
    {
        this.contenders = contenders;
        Names = names;
    }

    /// <summary>What they are called, by their own row and by the interview's.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>One service call.</summary>
    public static Rivals Read(IOrganizationService org, Guid interview)
    {
        var query = new QueryExpression(InterviewCompetitor.Table)
        {
            ColumnSet = new ColumnSet(InterviewCompetitor.Name, InterviewCompetitor.CompetitorId, InterviewCompetitor.IsFinalist, InterviewCompetitor.IsWinner),
        };
        query.Criteria.AddCondition(InterviewCompetitor.InterviewId, ConditionOperator.Equal, interview);
        query.AddOrder(InterviewCompetitor.Id, OrderType.Ascending);
        var rows = org.ReadAll(query).ToList();
        return new Rivals(
            [.. rows.Where(row => row.Contains(InterviewCompetitor.CompetitorId)).Select(ContenderOf)],
            [.. rows.SelectMany(NamesOf).Where(name => !string.IsNullOrWhiteSpace(name)).Distinct()]);
    }

    /// <summary>The one that a card names: of a lost deal the winner, of a won one the only finalist.</summary>
    public Named? Told(Entity interview)
    {
        var isWon = Choices.Offset(interview.GetAttributeValue<OptionSetValue>(Interview.Outcome)) == (int)Outcome.Won;
        var told = contenders.Where(contender => isWon ? contender.IsFinalist : contender.IsWinner).Take(2).ToList();
        return told.Count == 1 ? told[0].Name : null;
    }

    private static Contender ContenderOf(Entity row)
    {
        var competitor = row.GetAttributeValue<EntityReference>(InterviewCompetitor.CompetitorId)!;
        return new Contender(new Named(competitor.Id.ToString("D"), competitor.Name ?? ""), row.GetAttributeValue<bool>(InterviewCompetitor.IsFinalist), row.GetAttributeValue<bool>(InterviewCompetitor.IsWinner));
    }

    private static IEnumerable<string> NamesOf(Entity row)
    {
        yield return row.GetAttributeValue<string>(InterviewCompetitor.Name) ?? "";
        yield return row.GetAttributeValue<EntityReference>(InterviewCompetitor.CompetitorId)?.Name ?? "";
    }
}
