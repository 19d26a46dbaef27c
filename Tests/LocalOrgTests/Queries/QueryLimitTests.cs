using System.Text;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Queries that are too large, too deep or endless get a fault, whatever else is wrong with them.</summary>
[TestClass]
public sealed class QueryLimitTests
{
    private const int TooManyConditions = -2147204340;
    private const int TooManyLinks = -2147204339;

    // "You can include no more than 500 total condition and link-entity elements" (Learn, fetchxml/filter-rows, condition limits).
    [TestMethod]
    [DataRow(500, 0, true)]
    [DataRow(499, 1, true)]
    [DataRow(501, 0, false)]
    [DataRow(500, 1, false)]
    public void It_may_have_500_conditions_and_links(int conditions, int links, bool isFine)
    {
        using var org = Some.Org();
        var inside = "<filter type='or'>" + Repeated("<condition attribute='name' operator='eq' value='a'/>", conditions) + "</filter>" + Links(links);

        AssertRefused(isFine ? null : TooManyConditions, () => org.System.Fetch(Opportunity.Table, inside));
    }

    // "You can add up to 15 link-entity elements to a query" (Learn, fetchxml/join-tables, limitations).
    [TestMethod]
    [DataRow(15, true)]
    [DataRow(16, false)]
    public void It_may_have_15_links(int links, bool isFine)
    {
        using var org = Some.Org();

        AssertRefused(isFine ? null : TooManyLinks, () => org.System.Fetch(Opportunity.Table, Links(links)));
    }

    // "A query can contain either PageInfo or TopCount property values. If both are specified, an error will be thrown." (Learn, QueryExpression.TopCount)
    [TestMethod]
    [DataRow(2, 1, null, false)]
    [DataRow(0, 2, null, false)]
    [DataRow(0, 1, "<cookie/>", false)]
    [DataRow(0, 0, null, true)]
    public void It_has_a_page_or_a_top(int count, int number, string? cookie, bool isFine)
    {
        using var org = Some.Org();
        QueryBase[] queries =
        [
            new QueryExpression(Account.Table) { TopCount = 5, PageInfo = new PagingInfo { Count = count, PageNumber = number, PagingCookie = cookie } },
            new QueryByAttribute(Account.Table) { TopCount = 5, PageInfo = new PagingInfo { Count = count, PageNumber = number, PagingCookie = cookie } },
        ];

        foreach (var query in queries)
        {
            AssertRefused(isFine ? null : -2147217118, () => org.System.RetrieveMultiple(query));
        }
    }

    [TestMethod]
    public void A_query_of_two_megabytes_is_read_and_refused()
    {
        using var org = Some.Org();
        var conditions = Repeated("<condition attribute='name' operator='eq' value='some text that is long'/>", 30_000);

        AssertRefused(TooManyConditions, () => org.System.Fetch(Opportunity.Table, $"<filter>{conditions}</filter>"));
    }

    [TestMethod]
    [DataRow("eq", null)]
    [DataRow("like", -2147217118)]
    public void A_value_of_two_megabytes_finds_nothing(string comparison, int? code)
    {
        using var org = Fruit.Org();
        var text = new string('a', 2_000_000);

        AssertRefused(code, () => Assert.HasCount(0, org.System.Fetch(Opportunity.Table, $"<filter><condition attribute='name' operator='{comparison}' value='{text}'/></filter>").Entities));
    }

    [TestMethod]
    public void A_list_of_too_many_values_is_refused()
    {
        using var org = Some.Org();
        var values = Repeated("<value>a</value>", 40_000);

        var refusal = Some.Refusal(() => org.System.Fetch(Opportunity.Table, $"<filter><condition attribute='name' operator='in'>{values}</condition></filter>"));

        Assert.AreEqual("Number of parameters in a condition exceeded maximum limit.", refusal.Message);
    }

    [TestMethod]
    public void Filters_that_go_down_for_ever_end_somewhere()
    {
        using var org = Some.Org();
        var fetch = Repeated("<filter>", 50_000) + Repeated("</filter>", 50_000);
        Assert.Contains("nested deeper", Some.Refusal(() => org.System.Fetch(Opportunity.Table, fetch)).Message);

        var query = new QueryExpression(Opportunity.Table);
        query.Criteria.AddFilter(query.Criteria);
        Assert.Contains("nested deeper", Some.Refusal(() => org.System.RetrieveMultiple(query)).Message);
    }

    [TestMethod]
    public void A_link_that_holds_itself_ends_too()
    {
        using var org = Some.Org();
        var query = new QueryExpression(BusinessUnit.Table);
        var link = query.AddLink(BusinessUnit.Table, BusinessUnit.ParentBusinessUnitId, BusinessUnit.Id);
        link.LinkEntities.Add(link);

        AssertRefused(TooManyLinks, () => org.System.RetrieveMultiple(query));
    }

    [TestMethod]
    public void A_table_may_be_joined_to_itself()
    {
        using var org = Some.Org();
        var north = org.AddBusinessUnit("North");
        org.AddBusinessUnit("Oslo", north);

        var rows = org.System.Fetch(BusinessUnit.Table, "<attribute name='name'/><link-entity name='businessunit' from='businessunitid' to='parentbusinessunitid' alias='up'><attribute name='name'/><filter><condition attribute='name' operator='eq' value='North'/></filter></link-entity>");

        Assert.AreEqual("Oslo", rows.Texts(BusinessUnit.Name));
        Assert.AreEqual("North", rows.Texts("up.name"));
    }

    private static string Links(int count) =>
        string.Concat(Enumerable.Range(1, count).Select(number => $"<link-entity name='account' from='accountid' to='parentaccountid' link-type='outer' alias='a{number}'/>"));

    private static string Repeated(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static void AssertRefused(int? code, Action act)
    {
        if (code is null)
        {
            act();
        }
        else
        {
            Assert.AreEqual(code, Some.Refusal(act).ErrorCode);
        }
    }
}
