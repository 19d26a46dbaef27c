using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>The fold protocol (architecture.md 5).</summary>
[TestClass]
public sealed class FoldTests
{
    [TestMethod]
    public void Closes_reach_month_quarter_half_and_fiscal_year()
    {
        using var office = new Office();
        office.Win(office.Deal(), Day(2026, 3, 31), revenue: 10m);
        office.Lose(office.Deal(), Day(2026, 4, 1));

        office.Org.RunJobs();

        CollectionAssert.AreEqual(
            new[] { "half-2025-10-01", "half-2026-04-01", "month-2026-03-01", "month-2026-04-01", "quarter-2026-01-01", "quarter-2026-04-01", "year-2025-04-01", "year-2026-04-01" },
            office.Rows(RollupPeriod.Table).Select(row => row.GetAttributeValue<string>(RollupPeriod.PeriodKey)).Order(StringComparer.Ordinal).ToList());
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
        Assert.IsEmpty(office.Rows(FoldTicket.Table));
    }

    [TestMethod]
    public void A_burst_of_closes_in_one_month_opens_one_ticket_and_costs_one_fold_a_period()
    {
        using var office = new Office();
        for (var i = 0; i < 20; i++)
        {
            office.Win(office.Deal(), Day(2026, 4, 1 + i));
        }

        office.Org.RunJobs();

        Assert.AreEqual(4, office.Org.Meter.RunsOf("CrmExtensions.Rollups.FoldPeriod"));
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    public void A_slice_whose_last_deal_was_reopened_goes_to_zero_and_is_marked_empty()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal, Day(2026, 4, 1));
        office.Org.RunJobs();

        office.Reopen(deal);
        office.Org.RunJobs();

        foreach (var row in office.Rows(Rollup.Table))
        {
            Assert.AreEqual("won=0;lost=0;wonvalue=0.00;lostvalue=0.00", row.GetAttributeValue<string>(Rollup.Tally));
            Assert.AreEqual("Empty", row.FormattedValues[Rollup.CountState]);
            Assert.IsFalse(row.Contains(Rollup.N));
        }
    }

    [TestMethod]
    public void A_competitor_added_by_the_rep_is_counted()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Lose(deal, Day(2026, 4, 1));
        office.Org.RunJobs();
        var (interview, rival) = (office.Interviews(deal).Single(), office.Rival("Orrery Cloud"));

        office.Rep.Create(new Entity(InterviewCompetitor.Table)
        {
            [InterviewCompetitor.Name] = "Orrery Cloud",
            [InterviewCompetitor.InterviewId] = interview.ToEntityReference(),
            [InterviewCompetitor.CompetitorId] = new EntityReference(Competitor.Table, rival),
        });
        office.Org.RunJobs();

        Assert.Contains($"month-2026-04-01 Competitor {rival:D}: won=0;lost=1;wonvalue=0.00;lostvalue=1500000.00", Tallies.Stored(office).ToList());
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    public void Eight_workers_folding_one_month_at_once_stay_exact()
    {
        using var office = new Office(workers: 8);
        var deals = Enumerable.Range(0, 60).Select(i => office.Deal(1000m + i)).ToList();

        Parallel.ForEach(deals, new ParallelOptions { MaxDegreeOfParallelism = 4 }, deal => office.Win(deal, Day(2026, 4, 7)));
        foreach (var deal in deals.Where((_, i) => i % 5 == 0))
        {
            office.Reopen(deal);
        }

        office.Org.RunJobs();

        Assert.IsEmpty(office.Org.FailedJobs, string.Join("; ", office.Org.FailedJobs));
        Assert.HasCount(12, office.Rows(Interview.Table).Where(row => !row.GetAttributeValue<bool>(Interview.IsCurrent)).ToList());
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
        Assert.IsEmpty(office.Rows(FoldTicket.Table));
    }

    [TestMethod]
    public void A_first_fold_of_a_thousand_slices_with_slow_writes_finishes_in_bounded_transactions()
    {
        using var office = new Office();
        office.Org.EnableSteps(step => step.Table == Interview.Table, false);
        for (var industry = 0; industry < 1000; industry++)
        {
            office.System.Create(InterviewOf(office, industry));
        }

        var (writes, transactions) = (0, new List<int>());
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request is CreateRequest { Target.LogicalName: Rollup.Table })
            {
                writes++;
                office.Advance(TimeSpan.FromMilliseconds(50));
            }
            else if (request is UpdateRequest { Target: { LogicalName: RollupPeriod.Table } period } && period.Contains(RollupPeriod.AsOf))
            {
                transactions.Add(writes);
                writes = 0;
            }
        };
        office.System.Create(new Entity(FoldTicket.Table) { [FoldTicket.TicketKey] = "month-2026-04-01" });
        office.Org.RunJobs();

        // 50 ms a write and 10 s a fold make about 200 writes; four periods of 1,000 industries and 16 other slices each.
        Assert.IsLessThanOrEqualTo(202, transactions.Max());
        Assert.AreEqual(4 * 1016, transactions.Sum());
        Assert.HasCount(4 * 1016, Existing(office, Rollup.Table));
        Assert.IsTrue(office.Rows(RollupPeriod.Table).All(period => !period.GetAttributeValue<bool>(RollupPeriod.More)));
        Assert.IsEmpty(office.Org.FailedJobs, string.Join("; ", office.Org.FailedJobs));
    }

    [TestMethod]
    public void A_ticket_forgotten_for_ten_minutes_is_served_by_whoever_meets_it()
    {
        using var office = new Office();
        office.Org.EnableSteps(step => step.Table == FoldTicket.Table, false);
        office.Win(office.Deal(), Day(2026, 4, 1));
        office.Org.RunJobs();
        Assert.IsEmpty(office.Rows(Rollup.Table));

        office.Advance(TimeSpan.FromMinutes(11));
        office.Win(office.Deal(), Day(2026, 4, 2));
        office.Org.RunJobs();

        Assert.Contains("month-2026-04-01 All : won=2;lost=0;wonvalue=3000000.00;lostvalue=0.00", Tallies.Stored(office).ToList());
    }

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 3, 0, 0, DateTimeKind.Utc);

    private static List<Guid> Existing(Office office, string table)
    {
        var query = new Microsoft.Xrm.Sdk.Query.QueryExpression(table) { PageInfo = new Microsoft.Xrm.Sdk.Query.PagingInfo { Count = 5000, PageNumber = 1 } };
        var ids = new List<Guid>();
        for (var more = true; more;)
        {
            var page = office.System.RetrieveMultiple(query);
            ids.AddRange(page.Entities.Select(row => row.Id));
            more = page.MoreRecords;
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }

        return ids;
    }

    private static Entity InterviewOf(Office office, int industry) => new(Interview.Table)
    {
        [Interview.CloseKey] = "oc-" + industry,
        [Interview.PeriodKey] = "month-2026-04-01",
        [Interview.ClosedOn] = new DateTime(2026, 4, 1),
        [Interview.IsCurrent] = true,
        [Interview.Outcome] = new OptionSetValue(Interview.OutcomeOption.Won),
        [Interview.BaseValue] = 1m,
        [Interview.IndustryCode] = industry,
        [Interview.BusinessUnitIdAtClose] = new EntityReference(BusinessUnit.Table, office.Unit),
    };
}
