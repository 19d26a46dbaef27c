using CrmExtensions.Local;
using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>"Creating an Opportunity Close record closes the related opportunity" (platform-facts.md 0 fact 1).</summary>
[TestClass]
public sealed class DirectRowTests
{
    [TestMethod]
    [DataRow(Opportunity.StateCodeOption.Won, null, "Won, Won")]
    [DataRow(Opportunity.StateCodeOption.Lost, null, "Lost, Canceled")]
    [DataRow(Opportunity.StateCodeOption.Lost, Opportunity.StatusCodeOption.OutSold, "Lost, Out-Sold")]
    [DataRow(null, Opportunity.StatusCodeOption.Won, "Won, Won")]
    [DataRow(null, Opportunity.StatusCodeOption.OutSold, "Lost, Out-Sold")]
    public void The_row_tells_the_outcome_by_state_or_status_reason(int? state, int? status, string expected)
    {
        foreach (var rowBeforeState in new[] { true, false })
        {
            using var org = Org(new CloseBehavior { RowBeforeState = rowBeforeState });
            var deal = org.Deal(100m);

            AddRow(org, deal, state, status);

            Assert.AreEqual(expected, org.System.StateOf(deal));
            Assert.AreEqual("Completed", org.CloseRows().Single().FormattedValues[OpportunityClose.StateCode]);
            Assert.AreEqual(expected == "Won, Won" ? new Money(100m) : null, org.System.Get<Money>(deal, Opportunity.ActualValue));
        }
    }

    [TestMethod]
    [DataRow(null, null, -2147220202)]
    [DataRow(Opportunity.StateCodeOption.Open, null, -2147220202)]
    [DataRow(Opportunity.StateCodeOption.Won, Opportunity.StatusCodeOption.OutSold, -2147187704)]
    [DataRow(Opportunity.StateCodeOption.Lost, 99, -2147204326)]
    public void A_row_that_tells_no_outcome_or_two_is_refused(int? state, int? status, int code)
    {
        using var org = Some.Org();
        var deal = org.Deal();

        Assert.AreEqual(code, Some.Refusal(() => AddRow(org, deal, state, status)).ErrorCode);

        Assert.AreEqual("Open, In Progress", org.System.StateOf(deal));
        Assert.IsEmpty(org.CloseRows());
    }

    [TestMethod]
    public void A_row_for_a_closed_opportunity_is_refused()
    {
        using var org = Some.Org();
        var deal = org.Deal();
        org.System.Win(deal);

        Assert.AreEqual(-2147220203, Some.Refusal(() => AddRow(org, deal, Opportunity.StateCodeOption.Lost, null)).ErrorCode);

        Assert.HasCount(1, org.CloseRows());
        Assert.AreEqual("Won, Won", org.System.StateOf(deal));
    }

    [TestMethod]
    [DataRow(true, Opportunity.StateCodeOption.Won, "Win")]
    [DataRow(true, Opportunity.StateCodeOption.Lost, "Lose")]
    [DataRow(false, Opportunity.StateCodeOption.Won, "")]
    public void Whether_it_raises_win_or_lose_is_a_switch(bool raises, int state, string raised)
    {
        using var org = Org(new CloseBehavior { DirectRowRaisesWinOrLose = raises });
        var messages = new List<string>();
        foreach (var message in new[] { "Win", "Lose" })
        {
            org.On(message, Opportunity.Table, Some.PostOperation, call => messages.Add(call.Context.MessageName));
        }

        AddRow(org, org.Deal(), state, null);

        Assert.AreEqual(raised, string.Join(' ', messages));
    }

    private static LocalOrg Org(CloseBehavior closing) => Some.Org(Some.Options with { Closing = closing });

    private static void AddRow(LocalOrg org, EntityReference deal, int? state, int? status) => org.System.Add(
        OpportunityClose.Table,
        (OpportunityClose.OpportunityId, deal),
        (OpportunityClose.OpportunityStateCode, state is { } told ? new OptionSetValue(told) : null),
        (OpportunityClose.OpportunityStatusCode, status is { } reason ? new OptionSetValue(reason) : null));
}
