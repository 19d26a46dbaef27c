using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What winning and losing write (platform-facts.md 1).</summary>
[TestClass]
public sealed class WinAndLoseTests
{
    [TestMethod]
    [DataRow("WinOpportunity", Deals.Default, "Won, Won")]
    [DataRow("WinOpportunity", Opportunity.StatusCodeOption.Won, "Won, Won")]
    [DataRow("LoseOpportunity", Deals.Default, "Lost, Canceled")]
    [DataRow("LoseOpportunity", Opportunity.StatusCodeOption.Canceled, "Lost, Canceled")]
    [DataRow("LoseOpportunity", Opportunity.StatusCodeOption.OutSold, "Lost, Out-Sold")]
    public void The_opportunity_gets_state_and_status_reason(string message, int status, string expected)
    {
        using var org = Some.Org();
        var deal = org.Deal();

        org.System.Close(message, deal, status);

        Assert.AreEqual(expected, org.System.StateOf(deal));
    }

    // "Created automatically when an opportunity is closed"; "completed by default".
    [TestMethod]
    [DataRow("WinOpportunity", Opportunity.StateCodeOption.Won, Opportunity.StatusCodeOption.Won)]
    [DataRow("LoseOpportunity", Opportunity.StateCodeOption.Lost, Opportunity.StatusCodeOption.Canceled)]
    public void A_close_row_is_written_with_what_the_caller_gave(string message, int state, int status)
    {
        using var org = Some.Org();
        var deal = org.Deal();
        var rival = org.System.Add(Competitor.Table);

        org.System.Close(message, deal, Deals.Default, (OpportunityClose.Subject, "because"), (OpportunityClose.CompetitorId, rival));

        var row = org.CloseRows().Single();
        Assert.AreEqual(deal, row[OpportunityClose.OpportunityId]);
        Assert.AreEqual("because", row[OpportunityClose.Subject]);
        Assert.AreEqual(rival, row[OpportunityClose.CompetitorId]);
        Assert.AreEqual("Completed", row.FormattedValues[OpportunityClose.StateCode]);
        Assert.AreEqual(new OptionSetValue(state), row[OpportunityClose.OpportunityStateCode]);
        Assert.AreEqual(new OptionSetValue(status), row[OpportunityClose.OpportunityStatusCode]);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Whether_the_close_row_tells_the_outcome_is_a_switch(bool tells)
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { RowTellsOutcome = tells } });

        org.System.Win(org.Deal());

        Assert.AreEqual(tells, org.CloseRows().Single().Contains(OpportunityClose.OpportunityStateCode));
    }

    [TestMethod]
    public void The_close_row_has_the_id_the_caller_gave_or_a_new_one()
    {
        using var org = Some.Org();
        org.System.Win(org.Deal(), Deals.Default, (OpportunityClose.Id, Some.Id(5)));
        org.System.Win(org.Deal());

        var ids = org.CloseRows().Select(row => row.Id).ToList();

        Assert.HasCount(2, ids.Distinct().ToList());
        CollectionAssert.Contains(ids, Some.Id(5));
        CollectionAssert.DoesNotContain(ids, Guid.Empty);
    }

    // "Defaults to the Est. Revenue value when an opportunity is won".
    [TestMethod]
    [DataRow("WinOpportunity", 100, null, 100)]
    [DataRow("WinOpportunity", 100, 70, 70)]
    [DataRow("WinOpportunity", 100, 0, 0)]
    [DataRow("WinOpportunity", null, null, null)]
    [DataRow("LoseOpportunity", 100, null, null)]
    [DataRow("LoseOpportunity", 100, 70, 70)]
    public void The_actual_value_is_the_revenue_given_or_when_won_the_estimate(string message, int? estimate, int? revenue, int? expected)
    {
        using var org = Some.Org();
        var deal = org.Deal(estimate);

        org.System.Close(message, deal, Deals.Default, (OpportunityClose.ActualRevenue, revenue is { } value ? new Money(value) : null));

        Assert.AreEqual(expected, org.System.Get<Money>(deal, Opportunity.ActualValue)?.Value);
    }

    // "When the opportunity was closed", a day: by the org's time zone, Tokyo here.
    [TestMethod]
    [DataRow(null, "2026-02-03")]
    [DataRow("2026-03-31T14:59:59Z", "2026-03-31")]
    [DataRow("2026-03-31T15:00:00Z", "2026-04-01")]
    public void The_actual_close_date_is_the_day_of_closing(string? closedOn, string day)
    {
        using var org = Some.Org(Some.Options with { TimeZone = "Asia/Tokyo" });
        var deal = org.Deal();

        org.System.Win(deal, Deals.Default, (OpportunityClose.ActualEnd, closedOn is null ? null : Fruit.Time(closedOn)));

        Assert.AreEqual(day, org.System.Get<DateTime>(deal, Opportunity.ActualCloseDate).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void A_status_reason_of_the_customers_own_closes_too()
    {
        using var org = Some.Org();
        foreach (var (table, column, message) in new[]
        {
            (Opportunity.Table, Opportunity.StatusCode, "InsertStatusValue"),
            (OpportunityClose.Table, OpportunityClose.OpportunityStatusCode, "InsertOptionValue"),
        })
        {
            org.System.Execute(new OrganizationRequest(message)
            {
                ["EntityLogicalName"] = table,
                ["AttributeLogicalName"] = column,
                ["Label"] = new Label("Project stopped", 1033),
                ["Value"] = 100_000_001,
                ["StateCode"] = Opportunity.StateCodeOption.Lost,
            });
        }

        var deal = org.Deal();
        org.System.Lose(deal, 100_000_001);

        Assert.AreEqual("Lost, Project stopped", org.System.StateOf(deal));
        Assert.AreEqual(new OptionSetValue(100_000_001), org.CloseRows().Single()[OpportunityClose.OpportunityStatusCode]);
    }

    [TestMethod]
    public void A_plugin_closes_the_same_way()
    {
        using var org = Some.Org();
        var deal = org.Deal(5m);
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Win(deal));

        org.System.Add(Account.Table);

        Assert.AreEqual("Won, Won", org.System.StateOf(deal));
        Assert.HasCount(1, org.CloseRows());
    }
}
