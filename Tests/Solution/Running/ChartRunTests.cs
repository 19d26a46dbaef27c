using System.Xml.Linq;
using CrmExtensions.Tests.Charts;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Running;

/// <summary>Every chart over its view, as the platform asks it: the chart's query under the view's filter.</summary>
[TestClass]
public sealed class ChartRunTests
{
    private static IEnumerable<object[]> Charts => ChartXml.All.Select(chart => new object[] { chart.Table, chart.Id, chart.Name });

    [TestMethod]
    [DynamicData(nameof(Charts))]
    public void A_chart_draws_something_and_each_of_its_points_is_what_a_row_says(string table, string id, string name)
    {
        var chart = ChartXml.All.Single(chart => chart.Id == id);
        var view = ChartTests.ViewOf(chart) ?? ViewXml.All.First(view => view.Table == table && view is { Type: "0" } && view.Element.Text("isdefault") == "1");
        var points = SampleOrg.Rows(Query(chart, view).ToString());

        Assert.IsNotEmpty(points, name);
        Assert.IsTrue(points.All(point => chart.Measures.All(measure => point.Contains(measure.Attr("alias")))), $"{name} draws a point without a value.");
        if (chart.Measures.Any(measure => measure.Attr("aggregate") == "max"))
        {
            var rows = points.Select(point => ((Microsoft.Xrm.Sdk.AliasedValue)point["rows"]).Value);
            Assert.IsTrue(rows.All(count => count is 1), $"{name} draws one value for several rows.");
        }
    }

    private static XElement Query(ChartXml chart, ViewXml view)
    {
        var fetch = new XElement(chart.Fetch);
        var entity = fetch.Element("entity")!;
        entity.Add(new XElement("attribute", new XAttribute("alias", "rows"), new XAttribute("name", $"{chart.Table}id"), new XAttribute("aggregate", "count")));
        entity.Add(view.Fetch.Element("entity")!.Elements().Where(part => part.Name.LocalName is "filter" or "link-entity"));
        return fetch;
    }
}
