using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>What Dataverse can do and LocalOrg cannot is refused by name, never answered wrongly (architecture.md 6).</summary>
[TestClass]
public sealed class UnsupportedQueryTests
{
    [TestMethod]
    [DataRow("<filter><condition attribute='createdon' operator='last-x-days' value='7'/></filter>", "'last-x-days'")]
    [DataRow("<filter><condition attribute='createdon' operator='on' value='2026-01-01'/></filter>", "'on'")]
    [DataRow("<filter><condition attribute='owningbusinessunit' operator='eq-businessid'/></filter>", "'eq-businessid'")]
    [DataRow("<filter><condition attribute='ownerid' operator='eq-userteams'/></filter>", "'eq-userteams'")]
    [DataRow("<filter><condition attribute='statuscode' operator='contain-values' value='1'/></filter>", "'contain-values'")]
    [DataRow("<filter><condition attribute='name' operator='sounds-like' value='a'/></filter>", "'sounds-like'")]
    [DataRow("<filter><condition attribute='name' operator='eq' valueof='description'/></filter>", "valueof")]
    [DataRow("<filter><condition attribute='name' operator='like' value='[a-c]%'/></filter>", "brackets")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='exists'/>", "'exists'")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='matchfirstrowusingcrossapply'/>", "'matchfirstrowusingcrossapply'")]
    [DataRow("<order attribute='statuscode'/>", "'statuscode'")]
    [DataRow("<order attribute='statecode'/>", "'statecode'")]
    [DataRow("<order attribute='parentaccountid'/>", "'parentaccountid'")]
    [DataRow("<order attribute='ownerid'/>", "'ownerid'")]
    public void A_fetch_that_asks_for_it_learns_its_name(string inside, string words)
    {
        using var org = Some.Org();

        AssertRefuses(words, () => org.System.Fetch(Opportunity.Table, inside));
    }

    [TestMethod]
    [DataRow("<attribute name='createdon' groupby='true' dategrouping='month' alias='m'/>", "dategrouping")]
    [DataRow("<attribute name='estimatedvalue' aggregate='median' alias='m'/>", "'median'")]
    [DataRow("<attribute name='exchangerate' aggregate='sum' alias='m'/>", "'exchangerate'")]
    public void An_aggregate_that_asks_for_it_learns_its_name(string inside, string words)
    {
        using var org = Some.Org();

        AssertRefuses(words, () => org.System.Fetch(Opportunity.Table, inside, "aggregate='true'"));
    }

    [TestMethod]
    [DataRow(ConditionOperator.Last7Days)]
    [DataRow(ConditionOperator.On)]
    [DataRow(ConditionOperator.EqualBusinessId)]
    [DataRow(ConditionOperator.EqualUserTeams)]
    [DataRow(ConditionOperator.Contains)]
    [DataRow(ConditionOperator.ContainValues)]
    [DataRow(ConditionOperator.Under)]
    public void A_condition_operator_is_named(ConditionOperator comparison)
    {
        using var org = Some.Org();
        var query = new QueryExpression(Opportunity.Table);
        query.Criteria.AddCondition(Opportunity.Name, comparison, "1");

        AssertRefuses(comparison.ToString(), () => org.System.RetrieveMultiple(query));
    }

    [TestMethod]
    [DataRow(JoinOperator.Natural)]
    [DataRow(JoinOperator.Exists)]
    [DataRow(JoinOperator.In)]
    [DataRow(JoinOperator.NotAny)]
    public void A_join_operator_is_named(JoinOperator join)
    {
        using var org = Some.Org();
        var query = new QueryExpression(Opportunity.Table);
        query.AddLink(Account.Table, Opportunity.ParentAccountId, Account.Id, join);

        AssertRefuses(join.ToString(), () => org.System.RetrieveMultiple(query));
    }

    [TestMethod]
    [DataRow("Merge")]
    [DataRow("win")]
    public void A_message_is_named(string message)
    {
        using var org = Some.Org();

        AssertRefuses($"'{message}'", () => org.System.Execute(new OrganizationRequest(message)));
    }

    private static void AssertRefuses(string words, Action act)
    {
        var refusal = Assert.ThrowsExactly<NotSupportedByLocalOrgException>(act);
        Assert.StartsWith("LocalOrg does not support ", refusal.Message);
        Assert.Contains(words, refusal.Message);
    }
}
