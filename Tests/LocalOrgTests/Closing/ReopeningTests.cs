using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What reopening does besides is not documented, so it is a switch (platform-facts.md 1).</summary>
[TestClass]
public sealed class ReopeningTests
{
    [TestMethod]
    [DataRow(true, "Canceled, Canceled")]
    [DataRow(false, "Completed, Completed")]
    public void Close_rows_are_cancelled_by_switch(bool cancels, string expected)
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { ReopenCancelsRows = cancels } });
        var (deal, other) = (org.Deal(), org.Deal());
        org.System.Lose(deal);
        org.System.Lose(other);

        org.System.Reopen(deal);

        Assert.AreEqual("Open, In Progress", org.System.StateOf(deal));
        Assert.AreEqual(expected, org.System.StateOf(RowOf(org, deal)));
        Assert.AreEqual("Completed, Completed", org.System.StateOf(RowOf(org, other)));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void Actuals_are_cleared_by_switch(bool clears)
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { ReopenClearsActuals = clears } });
        var deal = org.Deal(100m);
        org.System.Win(deal);

        org.System.Reopen(deal);

        var row = org.System.Read(deal);
        foreach (var column in new[] { Opportunity.ActualValue, Opportunity.ActualValueBase, Opportunity.ActualCloseDate })
        {
            Assert.AreEqual(!clears, row.Contains(column), column);
        }

        Assert.AreEqual(new Money(100m), row[Opportunity.EstimatedValue]);
    }

    [TestMethod]
    public void An_update_that_stays_closed_reopens_nothing()
    {
        using var org = Some.Org();
        var deal = org.Deal(100m);
        org.System.Win(deal);

        org.System.Set(deal, (Opportunity.Name, "Renamed"), (Opportunity.StateCode, new OptionSetValue(Opportunity.StateCodeOption.Won)));

        Assert.AreEqual(new Money(100m), org.System.Get<Money>(deal, Opportunity.ActualValue));
        Assert.AreEqual("Completed, Completed", org.System.StateOf(RowOf(org, deal)));
    }

    // "After close, reopen, close there are at least two opportunityclose rows" (platform-facts.md 1).
    [TestMethod]
    public void It_can_be_closed_again_with_a_row_of_its_own()
    {
        using var org = Some.Org();
        var deal = org.Deal();
        org.System.Lose(deal);
        org.System.Reopen(deal);

        org.System.Win(deal);

        Assert.AreEqual("Won, Won", org.System.StateOf(deal));
        Assert.AreEqual("Canceled Completed", string.Join(' ', org.CloseRows().Select(row => row.FormattedValues[OpportunityClose.StateCode]).Order()));
    }

    [TestMethod]
    public void It_is_a_plain_update_to_steps()
    {
        using var org = Some.Org();
        var deal = org.Deal();
        org.System.Win(deal);
        var heard = new List<string>();
        foreach (var message in new[] { "Update", "SetState", "Win", "Lose" })
        {
            org.On(message, Opportunity.Table, Some.PostOperation, call => heard.Add(message));
        }

        org.System.Reopen(deal);

        Assert.AreEqual("Update", string.Join(' ', heard));
    }

    private static EntityReference RowOf(Local.LocalOrg org, EntityReference deal) =>
        org.CloseRows().Single(row => deal.Equals(row[OpportunityClose.OpportunityId])).ToEntityReference();
}
