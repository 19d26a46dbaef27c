using CrmExtensions.Framework;
using CrmExtensions.Insights;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The part of the sweep that makes cards that no job has made: those that were never made, and those made from an older version of their interview or under older settings.</summary>
internal static class CardSweep
{
    private const int PageSize = 2000;
    private const int MostCards = 50;
    private const string CardAlias = "card";

    public static SweepPage Behind(PluginRun run, string cursor)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Interview.VersionNumber), TopCount = PageSize };
        query.Criteria.AddCondition(Interview.FirstSubmittedOn, ConditionOperator.NotNull);
        query.AddOrder(Interview.Id, OrderType.Ascending);
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(Interview.Id, ConditionOperator.GreaterThan, Guid.Parse(cursor));
        }

        var card = query.AddLink(Insight.Table, Interview.CloseKey, Insight.InterviewKey, JoinOperator.LeftOuter);
        card.EntityAlias = CardAlias;
        card.Columns = new ColumnSet(Insight.SourceVersion);

        var rows = run.Org.RetrieveMultiple(query).Entities;
        var settings = PolicyRow.Version(run.Org);
        var behind = rows.Where(row => IsBehind(row, settings)).Take(MostCards).ToList();
        var changed = behind.Count(row => InsightCards.BringUpToDate(run, row.Id));
        var last = behind.Count == MostCards ? behind[MostCards - 1] : rows.LastOrDefault();
        return new SweepPage(behind.Count == MostCards || rows.Count == PageSize ? last!.Id.ToString("D") : null, behind.Count, changed);
    }

    private static bool IsBehind(Entity interview, long settings) =>
        !CardVersion.Covers(interview.Linked<string>(CardAlias, Insight.SourceVersion), CardVersion.Text(interview.GetAttributeValue<long>(Interview.VersionNumber), settings));
}
