using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// Baseline (a): what a customiser writes first. In the transaction of the close all interviews are counted again, by
/// industry, business unit, product line and competitor, and a summary row each is written.
/// </summary>
internal sealed class ReaggregateOnClose(Reading reading) : IPlugin
{
    /// <summary>The most rows of an aggregate query.</summary>
    public const int AggregateLimit = 50_000;

    private static readonly string[] OwnColumns = [Interview.IndustryCode, Interview.BusinessUnitIdAtClose, Interview.ProductLine];

    public void Execute(IServiceProvider serviceProvider)
    {
        var org = ((IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(null);
        var sums = new SummaryRows();
        switch (reading)
        {
            case Reading.Pages:
                Page(org, sums);
                break;
            case Reading.AggregateByMonth:
                foreach (var month in History.FiveYears.Append(Staff.Month))
                {
                    Aggregate(org, sums, $"<condition attribute='{Interview.PeriodKey}' operator='eq' value='{month}'/>");
                }

                break;
            default:
                Aggregate(org, sums, "");
                break;
        }

        sums.Write(org);
    }

    private static void Aggregate(IOrganizationService org, SummaryRows sums, string condition)
    {
        foreach (var column in OwnColumns)
        {
            AddGroups(org, sums, column, condition, $"<attribute name='{column}' groupby='true' alias='value'/>");
        }

        AddGroups(org, sums, InterviewCompetitor.CompetitorId, condition, $"""
            <link-entity name='{InterviewCompetitor.Table}' from='{InterviewCompetitor.InterviewId}' to='{Interview.Id}'>
              <attribute name='{InterviewCompetitor.CompetitorId}' groupby='true' alias='value'/>
            </link-entity>
            """);
    }

    private static void AddGroups(IOrganizationService org, SummaryRows sums, string dimension, string condition, string groupedBy)
    {
        var groups = org.RetrieveMultiple(new FetchExpression($"""
            <fetch aggregate='true'><entity name='{Interview.Table}'>
              <attribute name='{Interview.Outcome}' groupby='true' alias='outcome'/>
              <attribute name='{Interview.Id}' aggregate='count' alias='deals'/>
              <attribute name='{Interview.BaseValue}' aggregate='sum' alias='worth'/>
              <filter><condition attribute='{Interview.IsCurrent}' operator='eq' value='1'/>{condition}</filter>
              {groupedBy}
            </entity></fetch>
            """));
        foreach (var group in groups.Entities)
        {
            var won = ((OptionSetValue)Value(group, "outcome")!).Value == Interview.OutcomeOption.Won;
            sums.Add(dimension, Value(group, "value"), won, (int)Value(group, "deals")!, (decimal)(Value(group, "worth") ?? 0m));
        }
    }

    private static void Page(IOrganizationService org, SummaryRows sums)
    {
        var interviews = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet([.. OwnColumns, Interview.Outcome, Interview.BaseValue]) };
        interviews.Criteria.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        var dealt = new Dictionary<Guid, (bool Won, decimal Worth)>();
        foreach (var row in Existing.Rows(org, interviews))
        {
            var won = row.GetAttributeValue<OptionSetValue>(Interview.Outcome)!.Value == Interview.OutcomeOption.Won;
            var worth = row.GetAttributeValue<decimal>(Interview.BaseValue);
            dealt.Add(row.Id, (won, worth));
            foreach (var column in OwnColumns)
            {
                sums.Add(column, row.Contains(column) ? row[column] : null, won, 1, worth);
            }
        }

        var competitors = new QueryExpression(InterviewCompetitor.Table) { ColumnSet = new ColumnSet(InterviewCompetitor.InterviewId, InterviewCompetitor.CompetitorId) };
        foreach (var row in Existing.Rows(org, competitors))
        {
            if (dealt.TryGetValue(row.GetAttributeValue<EntityReference>(InterviewCompetitor.InterviewId)!.Id, out var deal))
            {
                sums.Add(InterviewCompetitor.CompetitorId, row[InterviewCompetitor.CompetitorId], deal.Won, 1, deal.Worth);
            }
        }
    }

    private static object? Value(Entity group, string alias) => group.GetAttributeValue<AliasedValue>(alias)?.Value;
}
