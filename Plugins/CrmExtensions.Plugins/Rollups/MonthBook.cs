using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>The tallies of a month, counted from its interviews, page by page: no aggregate query, so no limit of 50,000 rows.</summary>
internal static class MonthBook
{
    public static TallyBook Read(IOrganizationService org, Period month)
    {
        var competitors = ByInterview(org.ReadAll(MonthQueries.Competitors(month)), InterviewCompetitor.InterviewId, ContenderOf);
        var taxonomy = Taxonomy.Read(org);
        var reasons = ByInterview(org.ReadAll(MonthQueries.Reasons(month)), InterviewReason.InterviewId, row => ReasonOf(row, taxonomy));
        var reader = new DealReader(new ChoiceLabels(org, Interview.Table), taxonomy);
        var book = new TallyBook();
        foreach (var row in org.ReadAll(MonthQueries.Interviews(month)))
        {
            book.Add(reader.Read(row) with
            {
                Competitors = competitors.TryGetValue(row.Id, out var named) ? Merged(named) : [],
                Reasons = reasons.TryGetValue(row.Id, out var given) ? Merged(given) : [],
            });
        }

        return book;
    }

    private static Dictionary<Guid, List<T>> ByInterview<T>(IEnumerable<Entity> rows, string column, Func<Entity, T?> read)
        where T : class
    {
        var byInterview = new Dictionary<Guid, List<T>>();
        foreach (var row in rows)
        {
            if (read(row) is { } item)
            {
                var id = row.GetAttributeValue<EntityReference>(column)!.Id;
                if (!byInterview.TryGetValue(id, out var items))
                {
                    byInterview[id] = items = [];
                }

                items.Add(item);
            }
        }

        return byInterview;
    }

    private static Contender ContenderOf(Entity row) => new(
        new Named(row.GetAttributeValue<EntityReference>(InterviewCompetitor.CompetitorId)!.Id.ToString("D"), row.Linked<string>(MonthQueries.CompetitorAlias, Competitor.Name) ?? ""),
        row.GetAttributeValue<bool>(InterviewCompetitor.IsFinalist),
        row.GetAttributeValue<bool>(InterviewCompetitor.IsWinner));

    private static GivenReason? ReasonOf(Entity row, Taxonomy taxonomy) => taxonomy.Of(
        row.GetAttributeValue<EntityReference>(InterviewReason.ReasonId),
        row.GetAttributeValue<OptionSetValue>(InterviewReason.Rank)?.Value == InterviewReason.RankOption.Primary);

    // A deal counts once in a slice, however many rows name the same competitor or reason.
    private static IReadOnlyCollection<Contender> Merged(List<Contender> rows) => rows.Count == 1 ? rows :
        [.. rows.GroupBy(row => row.Name.Value).Select(same => new Contender(same.First().Name, same.Any(row => row.IsFinalist), same.Any(row => row.IsWinner)))];

    private static IReadOnlyCollection<GivenReason> Merged(List<GivenReason> rows) => rows.Count == 1 ? rows :
        [.. rows.GroupBy(row => row.Leaf.Value).Select(same => same.First() with { IsPrimary = same.Any(row => row.IsPrimary) })];
}
