using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Joined tables (PD/fetchxml/join-tables.md).</summary>
[TestClass]
public sealed class LinkTests
{
    private const string Name = "<attribute name='name'/>";
    private const string ByName = "<order attribute='name'/>";
    private const string NorthOnly = "<filter><condition attribute='name' operator='eq' value='North'/></filter>";

    private static string ToAccount(string type, string inside) =>
        $"<link-entity name='account' from='accountid' to='parentaccountid' link-type='{type}' alias='acc'>{inside}</link-entity>";

    [TestMethod]
    public void An_inner_link_drops_rows_without_a_match_and_brings_aliased_columns()
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(Opportunity.Table, Name + ByName + ToAccount("inner", Name));

        Assert.AreEqual("Apple Banana Cherry", rows.Texts(Opportunity.Name));
        Assert.AreEqual("North South South", rows.Texts("acc.name"));
        var linked = (AliasedValue)rows[0]["acc.name"];
        Assert.AreEqual(Account.Table, linked.EntityLogicalName);
        Assert.AreEqual(Account.Name, linked.AttributeLogicalName);
    }

    [TestMethod]
    public void An_outer_link_keeps_rows_without_a_match()
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(Opportunity.Table, Name + ByName + ToAccount("outer", Name));

        Assert.AreEqual("Apple Banana Cherry Damson", rows.Texts(Opportunity.Name));
        Assert.AreEqual("North South South -", rows.Texts("acc.name"));
    }

    // "The filter will be applied with the join" (PD/fetchxml/filter-rows.md).
    [TestMethod]
    [DataRow("inner", "Apple", "North")]
    [DataRow("outer", "Apple Banana Cherry Damson", "North - - -")]
    public void A_filter_of_the_link_is_part_of_the_join(string type, string names, string accounts)
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(Opportunity.Table, Name + ByName + ToAccount(type, Name + NorthOnly));

        Assert.AreEqual(names, rows.Texts(Opportunity.Name));
        Assert.AreEqual(accounts, rows.Texts("acc.name"));
    }

    // "... unless you configure the filter to occur after the join" (PD/fetchxml/filter-rows.md).
    [TestMethod]
    [DataRow("acc", "null", "", "Banana Cherry Damson")]
    [DataRow("acc", "not-null", "", "Apple")]
    [DataRow("account", "not-null", "", "Apple")]
    [DataRow("acc", "eq", "north", "Apple")]
    [DataRow("acc", "ne", "north", "Banana Cherry Damson")]
    public void A_condition_with_an_entityname_applies_after_the_join(string entityName, string comparison, string value, string names)
    {
        using var org = Fruit.Org();
        var given = value.Length > 0 ? $"value='{value}'" : "";

        var rows = org.System.Fetch(
            Opportunity.Table,
            Name + ByName + $"<filter><condition entityname='{entityName}' attribute='name' operator='{comparison}' {given}/></filter>" + ToAccount("outer", NorthOnly));

        Assert.AreEqual(names, rows.Texts(Opportunity.Name));
    }

    [TestMethod]
    public void A_query_expression_joins_the_same_way()
    {
        using var org = Fruit.Org();
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Name) };
        query.AddOrder(Opportunity.Name, OrderType.Ascending);
        var link = query.AddLink(Account.Table, Opportunity.ParentAccountId, Account.Id, JoinOperator.LeftOuter);
        link.EntityAlias = "acc";
        link.Columns = new ColumnSet(Account.Name);
        link.LinkCriteria.AddCondition(Account.Name, ConditionOperator.Equal, "North");
        query.Criteria.AddCondition("acc", Account.Name, ConditionOperator.Null);

        var rows = org.System.RetrieveMultiple(query);

        Assert.AreEqual("Banana Cherry Damson", rows.Texts(Opportunity.Name));
    }

    [TestMethod]
    public void Links_nest_and_multiply_rows()
    {
        using var org = Fruit.Org();
        AddContacts(org, (Fruit.South, "Ann"), (Fruit.South, "Bob"));

        var rows = org.System.Fetch(Opportunity.Table, Name + ByName + ToAccount("inner", Name
            + "<link-entity name='contact' from='parentcustomerid' to='accountid' alias='con'><attribute name='fullname'/><order attribute='fullname'/></link-entity>"));

        Assert.AreEqual("Banana Banana Cherry Cherry", rows.Texts(Opportunity.Name));
        Assert.AreEqual("Ann Bob Ann Bob", rows.Texts("con.fullname"));
    }

    [TestMethod]
    public void A_filter_deep_in_nested_links_reaches_the_root()
    {
        using var org = Fruit.Org();
        AddContacts(org, (Fruit.South, "Ann"), (Fruit.North, "Bob"));

        var rows = org.System.Fetch(Opportunity.Table, Name + ByName + ToAccount(
            "inner",
            "<link-entity name='contact' from='parentcustomerid' to='accountid'><filter><condition attribute='fullname' operator='eq' value='Bob'/></filter></link-entity>"));

        Assert.AreEqual("Apple", rows.Texts(Opportunity.Name));
    }

    // The platform numbers links that have no alias.
    [TestMethod]
    public void A_link_without_an_alias_is_named_after_its_table_with_a_number()
    {
        using var org = Fruit.Org();
        var query = new QueryExpression(Opportunity.Table);
        query.AddOrder(Opportunity.Name, OrderType.Ascending);
        query.AddLink(Account.Table, Opportunity.ParentAccountId, Account.Id).Columns = new ColumnSet(Account.Name);

        Assert.AreEqual("North South South", org.System.RetrieveMultiple(query).Texts("account1.name"));
    }

    [TestMethod]
    public void A_column_with_an_alias_of_its_own_comes_under_that()
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(
            Opportunity.Table,
            "<attribute name='name' alias='fruit'/>" + ByName + ToAccount("outer", "<attribute name='name' alias='customer'/>"));

        Assert.AreEqual("Apple Banana Cherry Damson", rows.Texts("fruit"));
        Assert.AreEqual("North South South -", rows.Texts("customer"));
    }

    [TestMethod]
    public void Many_to_many_rows_are_reached_through_the_intersect_table()
    {
        using var org = Fruit.Org();
        var rival = org.System.Add(Competitor.Table, (Competitor.Name, "Rival"));
        org.System.Associate(Opportunity.Table, new Guid(Fruit.Cherry), new Relationship("opportunitycompetitors_association"), [rival]);

        var rows = org.System.Fetch(
            Opportunity.Table,
            Name + "<link-entity name='opportunitycompetitors' from='opportunityid' to='opportunityid' intersect='true'>"
            + "<link-entity name='competitor' from='competitorid' to='competitorid' alias='rival'><attribute name='name'/></link-entity></link-entity>");

        Assert.AreEqual("Cherry", rows.Texts(Opportunity.Name));
        Assert.AreEqual("Rival", rows.Texts("rival.name"));
    }

    private static void AddContacts(LocalOrg org, params (string Account, string Name)[] contacts)
    {
        foreach (var (account, name) in contacts)
        {
            org.System.Add(Contact.Table, (Contact.FullName, name), (Contact.ParentCustomerId, new EntityReference(Account.Table, new Guid(account))));
        }
    }
}
