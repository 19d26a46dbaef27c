using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>"Queries that return aggregate values are limited to 50,000 records" (PD/fetchxml/aggregate-data.md, "Limitations", with the code and the words).</summary>
[TestClass]
public sealed class AggregateLimitTests
{
    private const string Counting = "<attribute name='name' aggregate='count' alias='rivals'/>";

    [TestMethod]
    public void Of_50000_rows_is_reached_and_the_next_row_refused()
    {
        using var org = Some.Org();
        org.AddMany(50_000, _ => new Entity(Competitor.Table));

        Assert.AreEqual("50000", org.System.Fetch(Competitor.Table, Counting, "aggregate='true'").Texts("rivals"));

        org.System.Add(Competitor.Table, (Competitor.Name, "one too many"));
        var refusal = Some.Refusal(() => org.System.Fetch(Competitor.Table, Counting, "aggregate='true'"));
        Assert.AreEqual(-2147164125, refusal.ErrorCode);
        Assert.AreEqual("AggregateQueryRecordLimit exceeded. Cannot perform this operation.", refusal.Message);

        var filtered = Counting + "<filter><condition attribute='name' operator='null'/></filter>";
        Assert.AreEqual("50000", org.System.Fetch(Competitor.Table, filtered, "aggregate='true'").Texts("rivals"));
    }
}
