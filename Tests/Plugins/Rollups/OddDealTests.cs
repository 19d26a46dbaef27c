using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>Deals that lack what others have are counted all the same (issue 5, bad input).</summary>
[TestClass]
public sealed class OddDealTests
{
    private const string April = "month-2026-04-01";

    [TestMethod]
    public void An_interview_with_nothing_but_its_outcome_counts_under_unknown_everywhere()
    {
        using var office = new Office();
        office.System.Create(new Entity(Interview.Table)
        {
            [Interview.CloseKey] = "oc-1",
            [Interview.PeriodKey] = April,
            [Interview.ClosedOn] = new DateTime(2026, 4, 1),
            [Interview.IsCurrent] = true,
            [Interview.Outcome] = new OptionSetValue(Interview.OutcomeOption.Lost),
        });

        office.Org.RunJobs();

        var rows = office.Rows(Rollup.Table).Where(row => row.GetAttributeValue<string>(Rollup.PeriodKey) == April && row.FormattedValues[Rollup.Dimension1] is not ("All" or "Outcome")).ToList();
        Assert.HasCount(15, rows);
        Assert.IsTrue(rows.All(row => row.GetAttributeValue<string>(Rollup.Label1) == "不明 / Unknown" && !row.Contains(Rollup.Value1)), string.Join(", ", rows.Select(row => row.GetAttributeValue<string>(Rollup.Name))));
        Assert.IsTrue(rows.All(row => row.GetAttributeValue<string>(Rollup.Tally)!.StartsWith("won=0;lost=1;wonvalue=0.00;lostvalue=0.00", StringComparison.Ordinal)));
    }

    // The platform keeps no state for competitors: who is out of use gets another name, and stays while rows are about it.
    [TestMethod]
    public void A_competitor_out_of_use_is_counted_by_its_name()
    {
        using var office = new Office();
        var rival = office.Rival("Orrery Cloud");
        office.Lose(office.Deal(), new DateTime(2026, 4, 1, 3, 0, 0, DateTimeKind.Utc), rival);
        office.Org.RunJobs();
        office.System.Update(new Entity(Competitor.Table, rival) { [Competitor.Name] = "Orrery Cloud (out of business)" });

        Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => office.System.Delete(Competitor.Table, rival));
        office.Lose(office.Deal(), new DateTime(2026, 4, 2, 3, 0, 0, DateTimeKind.Utc), rival);
        office.Org.RunJobs();

        var row = office.Rows(Rollup.Table).Single(row => row.GetAttributeValue<string>(Rollup.PeriodKey) == April && row.FormattedValues[Rollup.Dimension1] == "Competitor" && row.Contains(Rollup.Value1) && !row.Contains(Rollup.Value2));
        Assert.AreEqual("Orrery Cloud (out of business)", row.GetAttributeValue<string>(Rollup.Label1));
        Assert.StartsWith("won=0;lost=2;", row.GetAttributeValue<string>(Rollup.Tally)!);
    }

    [TestMethod]
    public void A_deal_without_a_value_counts_with_none()
    {
        using var office = new Office();
        var deal = office.Rep.Create(new Entity(Opportunity.Table) { [Opportunity.Name] = "Route planner" });

        office.Lose(deal, new DateTime(2026, 4, 1, 3, 0, 0, DateTimeKind.Utc));
        office.Org.RunJobs();

        Assert.Contains("month-2026-04-01 All : won=0;lost=1;wonvalue=0.00;lostvalue=0.00", Tallies.Stored(office).ToList());
    }

    // The value in base currency was taken when the deal was closed.
    [TestMethod]
    public void Deals_in_a_currency_that_has_no_rate_any_more_keep_their_value()
    {
        using var office = new Office();
        var currency = office.System.Create(new Entity(TransactionCurrency.Table) { [TransactionCurrency.CurrencyName] = "Shell", [TransactionCurrency.ExchangeRate] = 2m });
        var deal = office.Deal(500m);
        office.System.Update(new Entity(Opportunity.Table, deal) { [Opportunity.TransactionCurrencyId] = new EntityReference(TransactionCurrency.Table, currency), [Opportunity.EstimatedValue] = new Money(500m) });
        office.Lose(deal, new DateTime(2026, 4, 1, 3, 0, 0, DateTimeKind.Utc));
        office.Org.RunJobs();
        office.System.Update(new Entity(TransactionCurrency.Table, currency) { [TransactionCurrency.ExchangeRate] = null });

        var found = Recomputation.Of(office);

        Assert.AreEqual((4, 0), (found.Folded, found.Changed));
        Assert.Contains("month-2026-04-01 All : won=0;lost=1;wonvalue=0.00;lostvalue=250.00", Tallies.Stored(office).ToList());
    }
}
