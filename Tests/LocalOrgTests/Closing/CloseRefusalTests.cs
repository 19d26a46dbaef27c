using CrmExtensions.Local;
using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Closings the platform refuses, with its codes (platform-facts.md 1); none of them leaves a close row.</summary>
[TestClass]
public sealed class CloseRefusalTests
{
    private const int AlreadyClosed = -2147220203;
    private const int WrongStatus = -2147187704;
    private const int MissingOpportunity = -2147206379;
    private const int NoSuchRow = -2147220969;

    [TestMethod]
    [DataRow("WinOpportunity", "WinOpportunity")]
    [DataRow("WinOpportunity", "LoseOpportunity")]
    [DataRow("LoseOpportunity", "WinOpportunity")]
    public void Closing_twice(string first, string second)
    {
        using var org = Some.Org();
        var deal = org.Deal();
        org.System.Close(first, deal, Deals.Default);
        var before = org.System.StateOf(deal);

        var refusal = Some.Refusal(() => org.System.Close(second, deal, Deals.Default));

        Assert.AreEqual(AlreadyClosed, refusal.ErrorCode);
        Assert.AreEqual(before, org.System.StateOf(deal));
        Assert.HasCount(1, org.CloseRows());
    }

    [TestMethod]
    [DataRow("WinOpportunity", Opportunity.StatusCodeOption.InProgress, true)]
    [DataRow("WinOpportunity", Opportunity.StatusCodeOption.Canceled, true)]
    [DataRow("WinOpportunity", 99, false)]
    [DataRow("LoseOpportunity", Opportunity.StatusCodeOption.Won, true)]
    [DataRow("LoseOpportunity", 99, false)]
    [DataRow("LoseOpportunity", -2, true)]
    public void A_status_reason_that_is_none_of_the_state(string message, int status, bool rowBeforeState)
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { RowBeforeState = rowBeforeState } });
        var deal = org.Deal();

        Assert.AreEqual(WrongStatus, Some.Refusal(() => org.System.Close(message, deal, status)).ErrorCode);

        AssertOpen(org, deal);
    }

    [TestMethod]
    public void No_opportunity()
    {
        using var org = Some.Org();

        Assert.AreEqual(MissingOpportunity, Some.Refusal(() => org.System.Close("WinOpportunity", null, Deals.Default)).ErrorCode);
        Assert.AreEqual(MissingOpportunity, Some.Refusal(() => org.System.Execute(new OrganizationRequest("WinOpportunity"))).ErrorCode);
        Assert.AreEqual(MissingOpportunity, Some.Refusal(() => org.System.Add(OpportunityClose.Table)).ErrorCode);
        Assert.IsEmpty(org.CloseRows());
    }

    [TestMethod]
    public void An_opportunity_that_is_not_there()
    {
        using var org = Some.Org();
        var nowhere = new EntityReference(Opportunity.Table, Some.Id(1));

        Assert.AreEqual(NoSuchRow, Some.Refusal(() => org.System.Win(nowhere)).ErrorCode);
        Assert.IsEmpty(org.CloseRows());
    }

    [TestMethod]
    public void A_close_without_status()
    {
        using var org = Some.Org();
        var close = new Entity(OpportunityClose.Table) { [OpportunityClose.OpportunityId] = org.Deal() };

        var refusal = Some.Refusal(() => org.System.Execute(new OrganizationRequest("WinOpportunity") { ["OpportunityClose"] = close }));

        Assert.Contains("'Status'", refusal.Message);
        Assert.IsEmpty(org.CloseRows());
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_refusal_by_a_step_undoes_both_halves(bool rowBeforeState)
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { RowBeforeState = rowBeforeState } });
        var deal = org.Deal();
        org.On("Win", Opportunity.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("Not today."));

        Assert.AreEqual("Not today.", Some.Refusal(() => org.System.Win(deal)).Message);

        AssertOpen(org, deal);
    }

    // "This message can not be used to set the state of opportunity to Lost ..." (platform-facts.md 1).
    [TestMethod]
    [DataRow(Opportunity.StateCodeOption.Won, Opportunity.StatusCodeOption.Won, "Won", "WinOpportunityRequest")]
    [DataRow(Opportunity.StateCodeOption.Lost, Opportunity.StatusCodeOption.OutSold, "Lost", "LostOpportunityRequest")]
    public void A_bare_change_of_state_from_outside(int state, int status, string name, string message)
    {
        using var org = Some.Org();
        var deal = org.Deal();

        foreach (var act in new Action[]
        {
            () => org.System.Set(deal, (Opportunity.StateCode, new OptionSetValue(state))),
            () => org.System.Set(deal, (Opportunity.StateCode, new OptionSetValue(state)), (Opportunity.StatusCode, new OptionSetValue(status)), (Opportunity.Name, "x")),
            () => org.System.SetState(deal, state, status),
        })
        {
            Assert.AreEqual(
                $"This message can not be used to set the state of opportunity to {name}. In order to set the state of opportunity to {name}, use the {message} message instead.",
                Some.Refusal(act).Message);
        }

        AssertOpen(org, deal);
    }

    // "From inside plug-ins direct status updates are reported to get through" (platform-facts.md 1).
    [TestMethod]
    [DataRow(false, true)]
    [DataRow(true, false)]
    public void But_not_inside_a_plugin_nor_where_a_switch_allows_it(bool isAllowed, bool insidePlugin)
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { AllowsBareStateUpdate = isAllowed } });
        var deal = org.Deal(5m);
        if (insidePlugin)
        {
            org.On("Create", Account.Table, Some.PostOperation, call => SetLost(call.Service, deal));
            org.System.Add(Account.Table);
        }
        else
        {
            SetLost(org.System, deal);
        }

        Assert.AreEqual("Lost, Canceled", org.System.StateOf(deal));
        Assert.IsEmpty(org.CloseRows());
    }

    // "No direct 1 to 2" (platform-facts.md 1).
    [TestMethod]
    public void From_one_closed_state_to_the_other_there_is_no_way()
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { AllowsBareStateUpdate = true } });
        var deal = org.Deal();
        org.System.Win(deal);

        Assert.AreEqual(AlreadyClosed, Some.Refusal(() => SetLost(org.System, deal)).ErrorCode);
        Assert.AreEqual(AlreadyClosed, Some.Refusal(() => org.System.SetState(deal, Opportunity.StateCodeOption.Lost, Opportunity.StatusCodeOption.OutSold)).ErrorCode);
        Assert.AreEqual("Won, Won", org.System.StateOf(deal));
    }

    private static void SetLost(IOrganizationService service, EntityReference deal) =>
        service.Set(deal, (Opportunity.StateCode, new OptionSetValue(Opportunity.StateCodeOption.Lost)));

    private static void AssertOpen(LocalOrg org, EntityReference deal)
    {
        Assert.AreEqual("Open, In Progress", org.System.StateOf(deal));
        Assert.IsEmpty(org.CloseRows());
    }
}
