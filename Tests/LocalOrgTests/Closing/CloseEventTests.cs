using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Which events a closing raises, in which order: not documented, so each is a switch (platform-facts.md 1).</summary>
[TestClass]
public sealed class CloseEventTests
{
    private readonly List<string> heard = [];

    [TestMethod]
    //       before,  row,    update, state
    [DataRow(false, true, true, true, "Update SetState Create Win")]
    [DataRow(true, true, true, true, "Create Update SetState Win")]
    [DataRow(false, false, true, true, "Update SetState Win")]
    [DataRow(false, true, false, true, "SetState Create Win")]
    [DataRow(false, true, true, false, "Update Create Win")]
    [DataRow(true, false, false, false, "Win")]
    public void Winning_raises_what_the_switches_say(bool rowBeforeState, bool create, bool update, bool setState, string events)
    {
        using var org = Listening(new CloseBehavior { RowBeforeState = rowBeforeState, RaisesCreateOfRow = create, RaisesUpdate = update, RaisesSetState = setState });

        org.System.Win(org.Deal());

        Assert.AreEqual(events, string.Join(' ', heard));
    }

    [TestMethod]
    [DataRow(false, "Update SetState Create")]
    [DataRow(true, "Create Update SetState")]
    public void A_close_row_made_by_hand_raises_the_same_but_for_win(bool rowBeforeState, string events)
    {
        using var org = Listening(new CloseBehavior { RowBeforeState = rowBeforeState });

        org.System.Add(
            OpportunityClose.Table,
            (OpportunityClose.OpportunityId, org.Deal()),
            (OpportunityClose.OpportunityStateCode, new OptionSetValue(OpportunityClose.OpportunityStateCodeOption.Lost)));

        Assert.AreEqual(events, string.Join(' ', heard));
    }

    [TestMethod]
    [DataRow(false, "Won")]
    [DataRow(true, "Open")]
    public void A_step_on_the_close_row_sees_the_order(bool rowBeforeState, string state)
    {
        using var org = Some.Org(Some.Options with { Closing = new CloseBehavior { RowBeforeState = rowBeforeState } });
        var deal = org.Deal();
        var seen = "";
        org.On("Create", OpportunityClose.Table, Some.PostOperation, call => seen = call.Service.StateOf(deal));

        org.System.Win(deal);

        Assert.StartsWith(state + ",", seen);
    }

    [TestMethod]
    public void Steps_before_the_main_operation_come_first_and_see_an_open_opportunity()
    {
        using var org = Some.Org();
        var deal = org.Deal();
        var seen = new List<string>();
        org.On("Win", Opportunity.Table, Some.PreValidation, call => seen.Add(call.Service.StateOf(deal)));
        org.On("Win", Opportunity.Table, Some.PreOperation, call => seen.Add(call.Service.StateOf(deal)));
        org.On("Win", Opportunity.Table, Some.PostOperation, call => seen.Add(call.Service.StateOf(deal)));

        org.System.Win(deal);

        Assert.AreEqual("Open, In Progress; Open, In Progress; Won, Won", string.Join("; ", seen));
    }

    [TestMethod]
    public void The_update_within_a_closing_has_images_and_one_target()
    {
        using var org = Some.Org();
        var deal = org.Deal();
        var seen = new List<string>();
        org.On(
            "Update",
            Opportunity.Table,
            Some.PostOperation,
            call => seen.Add($"{StateIn(call.Context.PreEntityImages["image"])} {StateIn(call.Target)} {StateIn(call.Context.PostEntityImages["image"])}"),
            step => step with { FilteringColumns = [Opportunity.StateCode], Images = [new StepImage("image", 2, [Opportunity.StateCode], "Target")] });

        org.System.Lose(deal);

        Assert.AreEqual("0 2 2", string.Join("; ", seen));
    }

    [TestMethod]
    public void Win_tells_the_close_row_and_the_status()
    {
        using var org = Some.Org();
        var deal = org.Deal();
        ParameterCollection? input = null;
        org.On("Win", Opportunity.Table, Some.PostOperation, call => input = call.Context.InputParameters);

        org.System.Win(deal);

        Assert.AreEqual(deal, ((Entity)input!["OpportunityClose"])[OpportunityClose.OpportunityId]);
        Assert.AreEqual(new OptionSetValue(Deals.Default), input["Status"]);
    }

    private static int StateIn(Entity row) => row.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)!.Value;

    private LocalOrg Listening(CloseBehavior closing)
    {
        var org = Some.Org(Some.Options with { Closing = closing });
        org.On("Create", OpportunityClose.Table, Some.PostOperation, _ => heard.Add("Create"));
        foreach (var message in new[] { "Update", "SetState", "Win", "Lose" })
        {
            org.On(message, Opportunity.Table, Some.PostOperation, _ => heard.Add(message));
        }

        return org;
    }
}
