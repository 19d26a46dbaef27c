using System.Xml.Linq;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Charts;

/// <summary>The four dashboards of product.md 11.</summary>
[TestClass]
public sealed class DashboardTests
{
    private static readonly string[] Names = ["営業マネージャー", "マーケティング「決定場面」", "経営「場と参加」", "運営「品質と分類」"];

    [TestMethod]
    public void There_are_the_four_that_the_product_names() => CollectionAssert.AreEquivalent(
        Names,
        DashboardXml.All.Select(dashboard => dashboard.File.Root.Element("LocalizedNames")!.Elements().Single(name => name.Attr("languagecode") == "1041").Attr("description")).ToArray());

    [TestMethod]
    public void A_part_is_a_view_of_its_table_or_a_chart_over_the_view_that_is_made_for_it() => Expect.NoComplaint(
        from dashboard in DashboardXml.All
        from part in dashboard.Parts
        where !Fits(part)
        select $"{dashboard} has a part that does not fit: {part.Text("TargetEntityType")} {part.Text("ViewId")} {part.Text("VisualizationId")}.");

    [TestMethod]
    public void Two_parts_stand_side_by_side_and_fill_the_row() => Expect.NoComplaint(
        from dashboard in DashboardXml.All
        from row in dashboard.File.Root.Descendants("row").Where(row => row.HasElements)
        where row.Elements("cell").Sum(cell => (int)cell.Attribute("colspan")!) > 4
        select $"{dashboard} has a row that is too wide.");

    private static bool Fits(XElement part)
    {
        var view = ViewXml.At(part.Text("ViewId"));
        var chart = ChartXml.All.SingleOrDefault(chart => $"{chart.Id}" == part.Text("VisualizationId"));
        return view?.Table == part.Text("TargetEntityType")
            && part.Text("ChartGridMode") == (part.Element("VisualizationId") is null ? "Grid" : "Chart")
            && (part.Element("VisualizationId") is null || (chart?.Table == view.Table && (ChartTests.ViewOf(chart) ?? view).Id == view.Id));
    }
}
