using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Choices are sorted by label and lookups by name (Learn, fetchxml/order-rows, ordering lookup and choice columns).</summary>
[TestClass]
public sealed class LabelOrderTests
{
    // In Progress (1), On Hold (2); Damson has neither account nor, at first, another status than In Progress.
    [TestMethod]
    [DataRow("<order attribute='statuscode'/><order attribute='name'/>", "", "Apple Cherry Damson Banana")]
    [DataRow("<order attribute='statuscode' descending='true'/><order attribute='name'/>", "", "Banana Apple Cherry Damson")]
    [DataRow("<order attribute='parentaccountid'/><order attribute='name'/>", "", "Damson Apple Banana Cherry")]
    [DataRow("<order attribute='parentaccountid' descending='true'/><order attribute='name'/>", "", "Banana Cherry Apple Damson")]
    [DataRow("<order attribute='ownerid'/><order attribute='name' descending='true'/>", "", "Damson Cherry Banana Apple")]
    [DataRow("<order attribute='statuscode' descending='true'/><order attribute='name'/>", "useraworderby='true'", "Banana Apple Cherry Damson")]
    public void Of_the_query_s_own_table(string orders, string options, string names)
    {
        using var org = Fruit.Org();
        Assert.AreEqual(names, org.System.Fetch(Opportunity.Table, "<attribute name='name'/>" + orders, options).Texts(Opportunity.Name));
        Assert.AreEqual(names, org.System.Fetch(Opportunity.Table, "<attribute name='name'/><attribute name='statuscode'/><attribute name='parentaccountid'/><attribute name='ownerid'/>" + orders, options + " distinct='true'").Texts(Opportunity.Name), "distinct");
    }

    // 727000000 "Form", 727000001 "Bulk", 727000002 "API": by label API, Bulk, Form.
    [TestMethod]
    [DataRow("", "API Bulk Form")]
    [DataRow("useraworderby='true'", "Form Bulk API")]
    public void By_number_only_when_asked(string options, string labels)
    {
        using var org = Some.Org();
        foreach (var via in new[] { Interview.ClosedViaOption.Form, Interview.ClosedViaOption.Bulk, Interview.ClosedViaOption.API })
        {
            org.System.Add(Interview.Table, (Interview.ClosedVia, new OptionSetValue(via)));
        }

        var rows = org.System.Fetch(Interview.Table, "<attribute name='wl_closedvia'/><order attribute='wl_closedvia'/>", options);

        Assert.AreEqual(labels, string.Join(' ', rows.Entities.Select(row => row.FormattedValues[Interview.ClosedVia])));
    }

    [TestMethod]
    [DataRow("statuscode")]
    [DataRow("parentaccountid")]
    public void Pages_by_cookie_go_on_by_label(string column)
    {
        using var org = Fruit.Org();
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(Opportunity.Name) };
        query.AddOrder(column, OrderType.Descending);
        var whole = org.System.RetrieveMultiple(query).Texts(Opportunity.Name);

        var found = new List<string>();
        string? cookie = null;
        for (var page = 1; page <= 4; page++)
        {
            query.PageInfo = new PagingInfo { Count = 1, PageNumber = page, PagingCookie = cookie };
            var rows = org.System.RetrieveMultiple(query);
            found.Add(rows.Texts(Opportunity.Name));
            cookie = rows.PagingCookie;
        }

        Assert.AreEqual(whole, string.Join(' ', found));
    }

    // A parent row comes once for each related row; none is lost where a page ends between two of them, nor when rows come in between.
    [TestMethod]
    public void Pages_by_cookie_lose_no_linked_row()
    {
        using var org = Fruit.Org();
        var inside = "<attribute name='name'/><order attribute='name'/><link-entity name='opportunity' from='parentaccountid' to='accountid' alias='o d'><attribute name='name'/><order attribute='name'/></link-entity>";
        var first = org.System.Fetch(Account.Table, inside, "count='2'");
        org.System.Add(Opportunity.Table, (Opportunity.Name, "Aardvark"), (Opportunity.ParentAccountId, new EntityReference(Account.Table, new Guid(Fruit.North))));

        var second = org.System.Fetch(Account.Table, inside, $"count='2' page='2' paging-cookie='{System.Security.SecurityElement.Escape(first.PagingCookie)}'");

        Assert.AreEqual("Apple Banana", first.Texts("o d.name"));
        Assert.AreEqual("Cherry", second.Texts("o d.name"));
    }
}
