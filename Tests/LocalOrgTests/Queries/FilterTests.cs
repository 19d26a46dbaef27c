using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Conditions joined by and / or, nested, and about the caller (PD/fetchxml/filter-rows.md).</summary>
[TestClass]
public sealed class FilterTests
{
    private const string A = "<condition attribute='name' operator='eq' value='Apple'/>";
    private const string B = "<condition attribute='name' operator='eq' value='Banana'/>";
    private const string Rich = "<condition attribute='estimatedvalue' operator='ge' value='200'/>";
    private const string South = "<condition attribute='parentaccountid' operator='eq' value='" + Fruit.South + "'/>";
    private const string OnHold = "<condition attribute='statuscode' operator='eq' value='2'/>";

    [TestMethod]
    [DataRow("", "A B C D")]
    [DataRow("<filter/>", "A B C D")]
    [DataRow("<filter>" + Rich + OnHold + "</filter>", "B")]
    [DataRow("<filter type='and'>" + A + B + "</filter>", "")]
    [DataRow("<filter type='or'>" + A + B + "</filter>", "A B")]
    [DataRow("<filter type='or'>" + A + "<filter type='and'>" + Rich + OnHold + "</filter></filter>", "A B")]
    [DataRow("<filter><filter type='or'>" + A + B + "</filter><filter type='or'>" + South + OnHold + "</filter></filter>", "B")]
    [DataRow("<filter type='or'>" + A + B + "</filter><filter>" + South + "</filter>", "B")]
    [DataRow("<filter type='or'>" + A + "<filter>" + South + "<filter type='or'>" + B + OnHold + "</filter></filter></filter>", "A B")]
    public void Filters_nest(string filter, string found)
    {
        using var org = Fruit.Org();

        Assert.AreEqual(found, Fruit.Initials(org.System.Fetch(Opportunity.Table, $"<attribute name='name'/>{filter}")));
    }

    [TestMethod]
    public void Filters_of_a_query_expression_nest_too()
    {
        using var org = Fruit.Org();
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Name) };
        query.Criteria.FilterOperator = LogicalOperator.Or;
        query.Criteria.AddCondition(Opportunity.Name, ConditionOperator.Equal, "Apple");
        query.Criteria.AddFilter(new FilterExpression());
        var inner = query.Criteria.AddFilter(LogicalOperator.And);
        inner.AddCondition(Opportunity.EstimatedValue, ConditionOperator.GreaterEqual, 200m);
        inner.AddCondition(Opportunity.StatusCode, ConditionOperator.Equal, 2);

        Assert.AreEqual("A B", Fruit.Initials(org.System.RetrieveMultiple(query)));
    }

    [TestMethod]
    [DataRow("eq-userid", "mine")]
    [DataRow("ne-userid", "theirs")]
    public void The_caller_can_be_asked_for(string comparison, string found)
    {
        using var org = Some.Org();
        var (me, you) = (Seller(org, "Me"), Seller(org, "You"));
        org.As(me).Add(Account.Table, (Account.Name, "mine"));
        org.As(you).Add(Account.Table, (Account.Name, "theirs"));

        var rows = org.As(me).Fetch(Account.Table, $"<attribute name='name'/><filter><condition attribute='ownerid' operator='{comparison}'/></filter>");

        Assert.AreEqual(found, rows.Texts(Account.Name));
    }

    [TestMethod]
    [DataRow(ConditionOperator.EqualUserId, "mine")]
    [DataRow(ConditionOperator.NotEqualUserId, "theirs")]
    public void The_caller_can_be_asked_for_in_a_query_expression(ConditionOperator comparison, string found)
    {
        using var org = Some.Org();
        var (me, you) = (Seller(org, "Me"), Seller(org, "You"));
        org.As(me).Add(Account.Table, (Account.Name, "mine"));
        org.As(you).Add(Account.Table, (Account.Name, "theirs"));
        var query = new QueryExpression(Account.Table) { ColumnSet = new ColumnSet(Account.Name) };
        query.Criteria.AddCondition(Account.OwnerId, comparison);

        Assert.AreEqual(found, org.As(me).RetrieveMultiple(query).Texts(Account.Name));
    }

    private static Guid Seller(LocalOrg org, string name) => org.AddUser(name, roles: ["Salesperson"]);
}
