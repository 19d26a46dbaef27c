using System.Globalization;
using System.ServiceModel;
using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace CrmExtensions.Local.Host;

/// <summary>What a rep and a marketer see, each read as that user through the service.</summary>
internal sealed class ReplayViews(IAnsiConsole console, LocalOrg org)
{
    private const int SomeInterviews = 8;
    private const int MostValues = 12;

    public void Show(IReadOnlyList<DealRow> deals, IOrganizationService marketer)
    {
        if (deals.FirstOrDefault(deal => deal.Status != DealStatus.Open) is { } deal)
        {
            ShowInterviews(deal);
        }

        ShowRollups(marketer);
        ShowRefusal(marketer);
    }

    /// <summary>The figures of the run, in one line.</summary>
    public void Conclude(ReplaySummary summary) =>
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Deals} deals ({summary.Rejected} rejected), {summary.Won} won, {summary.Lost} lost, {summary.Interviews} interviews, {summary.RollupRows} roll-up rows, {summary.Folds} folds, drift {summary.Drift}, at most {summary.MaxServiceCallsPerClose} service calls a close, {summary.ClosesPerSecond} closes a second, {summary.Seconds} s."));

    private static string Date(Entity row, string column) =>
        row.GetAttributeValue<DateTime?>(column)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private void ShowInterviews(DealRow deal)
    {
        var query = new QueryExpression(Interview.Table)
        {
            ColumnSet = new ColumnSet(Interview.Name, Interview.Outcome, Interview.ClosedOn, Interview.StatusCode, Interview.PartADueOn, Interview.DueOn),
        };
        query.Criteria.AddCondition(Interview.OwnerId, ConditionOperator.EqualUserId);
        query.Criteria.AddCondition(Interview.StateCode, ConditionOperator.Equal, Interview.StateCodeOption.Active);
        query.AddOrder(Interview.DueOn, OrderType.Ascending);
        query.AddOrder(Interview.ClosedOn, OrderType.Descending);
        var link = query.AddLink(Opportunity.Table, Interview.OpportunityId, Opportunity.Id, JoinOperator.LeftOuter);
        link.EntityAlias = "deal";
        link.Columns = new ColumnSet(Opportunity.Name);
        var mine = Existing.Rows(org.As(OrgPreparation.UserOf(deal)), query).ToList();
        var table = new Spectre.Console.Table { Title = new TableTitle(Markup.Escape($"{deal.Owner}: 私の未完了 / my open interviews ({mine.Count})")) };
        table.Border(TableBorder.Simple);
        table.AddColumns("番号\nNumber", "営業案件\nOpportunity", "結果\nOutcome", "クローズ日\nClosed on", "状態\nStatus", "振り返り期限\nReflection due", "ヒアリング期限\nHearing due");
        foreach (var row in mine.Take(SomeInterviews))
        {
            table.AddRow(new[]
            {
                row.GetAttributeValue<string>(Interview.Name) ?? "",
                row.GetAttributeValue<AliasedValue>("deal." + Opportunity.Name)?.Value as string ?? "",
                row.FormattedValues.TryGetValue(Interview.Outcome, out var outcome) ? outcome : "",
                Date(row, Interview.ClosedOn),
                row.FormattedValues.TryGetValue(Interview.StatusCode, out var status) ? status : "",
                Date(row, Interview.PartADueOn),
                Date(row, Interview.DueOn),
            }.Select(text => Markup.Escape(text ?? "")).ToArray());
        }

        console.Write(table);
    }

    private void ShowRollups(IOrganizationService marketer)
    {
        var query = new QueryExpression(Rollup.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(Rollup.Grain, ConditionOperator.Equal, Rollup.GrainOption.FiscalYear);
        query.Criteria.AddCondition(Rollup.CountState, ConditionOperator.NotEqual, Rollup.CountStateOption.Empty);
        var years = Existing.Rows(marketer, query).GroupBy(row => row.GetAttributeValue<DateTime>(Rollup.Start)).OrderBy(year => year.Key);
        foreach (var year in years)
        {
            var title = string.Create(CultureInfo.InvariantCulture, $"マーケティングが見る集計 / what marketing sees: 年度 / fiscal year from {year.Key:yyyy-MM}");
            console.Write(RollupTable.Of(title, year, MostValues));
        }

        console.MarkupLineInterpolated($"[[ ]] 95% 信頼区間 / 95% interval · 参考値 = n 10–29 · 件数のみ = n 5–9 · 非表示 = n < 5, または逆算を防ぐため / or to keep a sibling hidden");
    }

    private void ShowRefusal(IOrganizationService marketer)
    {
        try
        {
            marketer.RetrieveMultiple(new QueryExpression(Opportunity.Table));
        }
        catch (FaultException<OrganizationServiceFault> refusal)
        {
            console.WriteLine("マーケティングが営業案件を開くと / the same user asking for opportunities: " + refusal.Message);
        }
    }
}
