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
    [DataRow("<filter><condition attribute='ownerid' operator='eq-useroruserhierarchy'/></filter>", "EqualUserOrUserHierarchy: hierarchy security is off")]
    [DataRow("<filter><condition attribute='ownerid' operator='eq-useroruserhierarchyandteams'/></filter>", "EqualUserOrUserHierarchyAndTeams")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='natural'/>", "'natural'")]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid' link-type='matchfirstrowusingcrossapply'><link-entity name='systemuser' from='systemuserid' to='createdby'/></link-entity>", "'matchfirstrowusingcrossapply'")]
    [DataRow("<attribute name='opportunityid' alias='n' rowaggregate='CountChildren'/>", "rowaggregate")]
    public void A_fetch_that_asks_for_it_learns_its_name(string inside, string words)
    {
        using var org = Some.Org();

        AssertRefuses(words, () => org.System.Fetch(Opportunity.Table, inside));
    }

    [TestMethod]
    [DataRow("<attribute name='estimatedvalue' aggregate='median' alias='m'/>", "'median'")]
    [DataRow("<attribute name='exchangerate' aggregate='sum' alias='m'/>", "'exchangerate'")]
    public void An_aggregate_that_asks_for_it_learns_its_name(string inside, string words)
    {
        using var org = Some.Org();

        AssertRefuses(words, () => org.System.Fetch(Opportunity.Table, inside, "aggregate='true'"));
    }

    [TestMethod]
    [DataRow(ConditionOperator.ChildOf)]
    [DataRow(ConditionOperator.Mask)]
    [DataRow(ConditionOperator.NotMask)]
    [DataRow(ConditionOperator.MasksSelect)]
    [DataRow(ConditionOperator.Contains)]
    [DataRow(ConditionOperator.DoesNotContain)]
    [DataRow(ConditionOperator.EqualRoleBusinessId)]
    [DataRow((ConditionOperator)999)]
    public void A_condition_operator_is_named(ConditionOperator comparison)
    {
        using var org = Some.Org();
        var query = new QueryExpression(Opportunity.Table);
        query.Criteria.AddCondition(Opportunity.Name, comparison, "1");

        AssertRefuses(comparison.ToString(), () => org.System.RetrieveMultiple(query));
    }

    [TestMethod]
    public void A_join_operator_is_named()
    {
        using var org = Some.Org();
        var query = new QueryExpression(Opportunity.Table);
        query.AddLink(Account.Table, Opportunity.ParentAccountId, Account.Id, JoinOperator.Natural);

        AssertRefuses("Natural", () => org.System.RetrieveMultiple(query));
    }

    [TestMethod]
    public void A_second_page_of_groups_is_named()
    {
        using var org = Some.Org();

        AssertRefuses("a second page", () => org.System.Fetch(Opportunity.Table, "<attribute name='name' groupby='true' alias='n'/>", "aggregate='true' page='2'"));
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
