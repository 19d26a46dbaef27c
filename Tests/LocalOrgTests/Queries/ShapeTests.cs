using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Which columns and which rows come back, and in which order.</summary>
[TestClass]
public sealed class ShapeTests
{
    [TestMethod]
    public void Only_the_columns_asked_for_come_back_and_the_id()
    {
        using var org = Fruit.Org();

        var row = org.System.Fetch(Opportunity.Table, "<attribute name='estimatedvalue'/><filter><condition attribute='name' operator='eq' value='Apple'/></filter>")[0];

        CollectionAssert.AreEquivalent(new[] { Opportunity.Id, Opportunity.EstimatedValue }, row.Attributes.Keys.ToList());
        Assert.AreEqual(Some.Id(0x11), row.Id);
        Assert.AreEqual(Opportunity.Table, row.LogicalName);
    }

    // "Null column values are not returned" (PD/fetchxml/retrieve-data.md).
    [TestMethod]
    public void All_columns_come_back_when_asked_for_and_empty_ones_are_absent()
    {
        using var org = Fruit.Org();

        var row = org.System.Fetch(Opportunity.Table, "<all-attributes/><filter><condition attribute='name' operator='eq' value='Damson'/></filter>")[0];

        Assert.IsTrue(row.Contains(Opportunity.CreatedOn));
        Assert.IsFalse(row.Contains(Opportunity.EstimatedValue));
    }

    [TestMethod]
    public void Choices_bring_their_labels()
    {
        using var org = Fruit.Org();

        var row = org.System.Read(new EntityReference(Opportunity.Table, new Guid(Fruit.Banana)), Opportunity.StateCode, Opportunity.StatusCode);

        Assert.AreEqual("Open", row.FormattedValues[Opportunity.StateCode]);
        Assert.AreEqual("On Hold", row.FormattedValues[Opportunity.StatusCode]);
    }

    [TestMethod]
    [DataRow(1, "Apple")]
    [DataRow(3, "Apple Banana Cherry")]
    [DataRow(9, "Apple Banana Cherry Damson")]
    public void Top_takes_the_first_rows_and_tells_of_no_more(int top, string names)
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(Opportunity.Table, "<attribute name='name'/><order attribute='name'/>", $"top='{top}'");

        Assert.AreEqual(names, rows.Texts(Opportunity.Name));
        Assert.IsFalse(rows.MoreRecords);
    }

    [TestMethod]
    public void Distinct_gives_each_combination_of_the_columns_once()
    {
        using var org = Fruit.Org();
        var account = "<link-entity name='account' from='accountid' to='parentaccountid' alias='acc'><attribute name='name'/><order attribute='name'/></link-entity>";

        Assert.AreEqual("North South South", org.System.Fetch(Opportunity.Table, account).Texts("acc.name"));
        Assert.AreEqual("North South", org.System.Fetch(Opportunity.Table, account, "distinct='true'").Texts("acc.name"));
    }

    [TestMethod]
    public void Distinct_of_a_query_expression_does_the_same()
    {
        using var org = Fruit.Org();
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.ParentAccountId), Distinct = true };
        query.Criteria.AddCondition(Opportunity.ParentAccountId, ConditionOperator.NotNull);

        Assert.HasCount(2, org.System.RetrieveMultiple(query).Entities);
    }

    // SQL Server, and so the platform, takes empty for smaller than everything.
    [TestMethod]
    [DataRow(Opportunity.EstimatedValue, "false", "Damson Apple Banana Cherry")]
    [DataRow(Opportunity.EstimatedValue, "true", "Cherry Banana Apple Damson")]
    [DataRow(Opportunity.EstimatedCloseDate, "false", "Damson Apple Banana Cherry")]
    [DataRow(Opportunity.EstimatedCloseDate, "true", "Cherry Banana Apple Damson")]
    [DataRow(Opportunity.Description, "false", "Damson Apple Cherry Banana")]
    [DataRow(Opportunity.Description, "true", "Banana Cherry Apple Damson")]
    [DataRow(Opportunity.Name, "true", "Damson Cherry Banana Apple")]
    [DataRow(Opportunity.CreatedOn, "true", "Damson Cherry Banana Apple")]
    [DataRow(Opportunity.VersionNumber, "true", "Damson Cherry Banana Apple")]
    public void Empty_sorts_first_and_letter_case_does_not_matter(string column, string descending, string names)
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(Opportunity.Table, $"<attribute name='name'/><order attribute='{column}' descending='{descending}'/>");

        Assert.AreEqual(names, rows.Texts(Opportunity.Name));
    }

    [TestMethod]
    public void A_second_order_decides_between_equals()
    {
        using var org = Some.Org();
        foreach (var (name, industry) in new[] { ("b", "x"), ("a", "x"), ("a", "y") })
        {
            org.System.Add(Contact.Table, (Contact.FullName, name + industry), (Contact.OverriddenCreatedOn, Some.Moment.AddDays(name[0])));
        }

        var rows = org.System.Fetch(Contact.Table, "<attribute name='fullname'/><order attribute='createdon' descending='true'/><order attribute='fullname' descending='true'/>");

        Assert.AreEqual("bx ay ax", rows.Texts(Contact.FullName));
    }

    // "Dataverse always orders attributes specified by the link-entity after attributes for the entity" (PD/fetchxml/order-rows.md).
    [TestMethod]
    [DataRow("<order attribute='name'/>", "<order attribute='name'/>", "Zulu South South")]
    [DataRow("<order attribute='name' descending='true'/>", "<order attribute='name' descending='true'/>", "South South Zulu")]
    [DataRow("<order entityname='acc' attribute='name'/>", "", "South South Zulu")]
    [DataRow("<order entityname='acc' attribute='name' descending='true'/>", "", "Zulu South South")]
    public void A_link_sorts_after_the_root_unless_the_root_names_it(string ofRoot, string ofLink, string accounts)
    {
        using var org = Fruit.Org();
        org.System.Set(new EntityReference(Account.Table, new Guid(Fruit.North)), (Account.Name, "Zulu"));

        var rows = org.System.Fetch(
            Opportunity.Table,
            ofRoot + $"<link-entity name='account' from='accountid' to='parentaccountid' alias='acc'><attribute name='name'/>{ofLink}</link-entity>");

        Assert.AreEqual(accounts, rows.Texts("acc.name"));
    }

    [TestMethod]
    public void A_row_is_found_by_alternate_key()
    {
        using var org = Some.Org();
        var period = org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M-2026-01"));

        var found = (Microsoft.Xrm.Sdk.Messages.RetrieveResponse)org.System.Execute(new Microsoft.Xrm.Sdk.Messages.RetrieveRequest
        {
            Target = new EntityReference(RollupPeriod.Table, RollupPeriod.PeriodKey, "m-2026-01"),
            ColumnSet = new ColumnSet(RollupPeriod.PeriodKey),
        });

        Assert.AreEqual(period.Id, found.Entity.Id);
    }
}
