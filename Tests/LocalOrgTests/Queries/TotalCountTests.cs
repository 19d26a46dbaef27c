using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>The number of all rows beside a page of them (PD/fetchxml/count-rows.md).</summary>
[TestClass]
public sealed class TotalCountTests
{
    [TestMethod]
    [DataRow("", 4)]
    [DataRow("<filter><condition attribute='estimatedvalue' operator='ge' value='200'/></filter>", 2)]
    [DataRow("<link-entity name='account' from='accountid' to='parentaccountid'/>", 3)]
    public void All_rows_are_counted_not_only_those_of_the_page(string inside, int count)
    {
        using var org = Fruit.Org();

        var rows = org.System.Fetch(Opportunity.Table, inside, "count='1' returntotalrecordcount='true'");

        Assert.HasCount(1, rows.Entities);
        Assert.AreEqual(count, rows.TotalRecordCount);
        Assert.IsFalse(rows.TotalRecordCountLimitExceeded);
    }

    [TestMethod]
    public void A_query_expression_counts_too()
    {
        using var org = Fruit.Org();
        var query = new QueryExpression(Opportunity.Table) { PageInfo = new PagingInfo { Count = 2, PageNumber = 2, ReturnTotalRecordCount = true } };

        Assert.AreEqual(4, org.System.RetrieveMultiple(query).TotalRecordCount);
    }

    [TestMethod]
    public void A_count_past_5000_is_said_to_be_exceeded()
    {
        using var org = Some.Org();
        org.AddMany(5000, _ => new Entity(Competitor.Table));
        Assert.AreEqual(5000, org.System.Fetch(Competitor.Table, "", "count='1' returntotalrecordcount='true'").TotalRecordCount);

        org.System.Add(Competitor.Table);
        Assert.IsTrue(org.System.Fetch(Competitor.Table, "", "count='1' returntotalrecordcount='true'").TotalRecordCountLimitExceeded);
    }
}
