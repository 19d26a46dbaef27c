using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Closes that callers really send: no id, no status, an organisation's own status reasons; and those that must fail.</summary>
[TestClass]
public sealed class OddClosesTests
{
    [TestMethod]
    public void A_close_row_with_an_id_of_the_callers_own_is_served_under_that_id()
    {
        using var office = new Office();
        var deal = office.Deal();
        var row = Office.CloseRow(deal);
        row.Id = new Guid("0c1f6a52-0000-4000-8000-000000000042");

        office.Close("WinOpportunity", row);

        Assert.AreEqual("oc-0c1f6a52-0000-4000-8000-000000000042", office.Interviews(deal).Single().GetAttributeValue<string>(Interview.CloseKey));
    }

    [TestMethod]
    public void Status_minus_one_takes_the_default_status_reason()
    {
        using var office = new Office();
        var deal = office.Deal();

        office.Close("LoseOpportunity", Office.CloseRow(deal), status: -1);

        Assert.AreEqual("Canceled", office.Interviews(deal).Single().GetAttributeValue<string>(Interview.StatusReasonLabel));
    }

    [TestMethod]
    public void An_organisations_own_status_reason_counts_as_the_state_its_metadata_says()
    {
        Parallel.ForEach(Behaviors.All, behavior =>
        {
            using var office = new Office(behavior, folds: false);
            AddStatusReason(office, 100_000_001, "Lost on terms", Opportunity.StateCodeOption.Lost);
            var deal = office.Deal();

            office.Close("LoseOpportunity", Office.CloseRow(deal), status: 100_000_001);
            office.Org.RunJobs();
            office.Sweep();

            var interview = office.Interviews(deal).Single();
            Assert.AreEqual("Lost", interview.FormattedValues[Interview.Outcome], behavior.ToString());
            Assert.AreEqual(100_000_001, interview.GetAttributeValue<int>(Interview.StatusReason), behavior.ToString());
            Assert.AreEqual("Lost on terms", interview.GetAttributeValue<string>(Interview.StatusReasonLabel), behavior.ToString());
        });
    }

    [TestMethod]
    public void A_hand_made_close_row_that_gives_only_a_status_reason_is_served_in_its_transaction()
    {
        Parallel.ForEach(Behaviors.All, behavior =>
        {
            using var office = new Office(behavior, folds: false);
            AddStatusReason(office, 100_000_002, "Signed", Opportunity.StateCodeOption.Won);
            var deal = office.Deal();
            var row = Office.CloseRow(deal);
            row[OpportunityClose.OpportunityStatusCode] = new OptionSetValue(100_000_002);

            office.Rep.Create(row);

            Assert.AreEqual("Won", office.Interviews(deal).Single().FormattedValues[Interview.Outcome], behavior.ToString());
        });
    }

    [TestMethod]
    public void Closing_a_closed_deal_is_refused_and_leaves_its_interview_alone()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal);

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => office.Lose(deal));

        Assert.AreEqual("The opportunity has already been closed.", fault.Message);
        Assert.AreEqual("Won", office.Interviews(deal).Single().FormattedValues[Interview.Outcome]);
    }

    [TestMethod]
    public void A_status_reason_of_another_state_is_refused_and_nothing_is_written()
    {
        using var office = new Office();
        var deal = office.Deal();

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => office.Close("WinOpportunity", Office.CloseRow(deal), status: 4));

        Assert.AreEqual("4 is not a valid status code for state code 1 on opportunity.", fault.Message);
        Assert.IsEmpty(office.Interviews(deal));
        Assert.IsEmpty(office.Rows(OpportunityClose.Table));
    }

    [TestMethod]
    public void A_deal_that_does_not_exist_cannot_be_closed()
    {
        using var office = new Office();
        var nowhere = new Guid("0c1f6a52-0000-4000-8000-000000000043");

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => office.Win(nowhere));

        Assert.AreEqual("Entity 'opportunity' With Id = 0c1f6a52-0000-4000-8000-000000000043 Does Not Exist", fault.Message);
    }

    [TestMethod]
    public void A_time_zone_that_nobody_knows_is_named_in_both_languages_and_closes_nothing()
    {
        using var office = new Office();
        office.Policy((Setting.TimeZone, "Tokio"));
        var deal = office.Deal();

        var fault = Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => office.Win(deal));

        Assert.StartsWith("設定の業務タイムゾーン「Tokio」は使えません。", fault.Message);
        Assert.Contains("The business time zone 'Tokio' in Win/Loss Settings is not known.", fault.Message);
        Assert.IsEmpty(office.Rows(OpportunityClose.Table));
    }

    private static void AddStatusReason(Office office, int value, string label, int state)
    {
        office.System.Execute(new OrganizationRequest("InsertStatusValue")
        {
            ["EntityLogicalName"] = Opportunity.Table,
            ["AttributeLogicalName"] = Opportunity.StatusCode,
            ["Value"] = value,
            ["Label"] = new Label(label, 1033),
            ["StateCode"] = state,
        });
        office.System.Execute(new OrganizationRequest("InsertOptionValue")
        {
            ["EntityLogicalName"] = OpportunityClose.Table,
            ["AttributeLogicalName"] = OpportunityClose.OpportunityStatusCode,
            ["Value"] = value,
            ["Label"] = new Label(label, 1033),
        });
    }
}
