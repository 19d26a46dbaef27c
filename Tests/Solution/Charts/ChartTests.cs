using CrmExtensions.Local.Metadata;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Charts;

/// <summary>Charts (solution-anatomy.md 9; product.md 2: never an average of averages).</summary>
[TestClass]
public sealed class ChartTests
{
    private static readonly string[] Additive = ["count", "sum"];

    [TestMethod]
    public void A_chart_reads_columns_of_the_table_it_lies_with() => Expect.NoComplaint(ChartXml.All, chart =>
    [
        .. Expect.Unless(chart.Fetch.Element("entity")!.Attr("name") == chart.Table, $"{chart} reads another table."),
        .. chart.Fetch.Descendants("attribute").Select(attribute => attribute.Attr("name")).Where(column => !Org.Has(chart.Table, column)).Select(column => $"{chart} reads {column}."),
    ]);

    [TestMethod]
    public void Categories_are_its_groups_and_measures_are_drawn_once_each() => Expect.NoComplaint(ChartXml.All, chart =>
    [
        .. Expect.Unless(chart.Categories.Select(category => category.Attr("alias")).SequenceEqual(chart.Groups.Select(group => group.Attr("alias"))), $"{chart} has other categories than groups."),
        .. chart.Categories
            .Where(category => !category.Descendants("measure").Select(measure => measure.Attr("alias")).SequenceEqual(chart.Measures.Select(measure => measure.Attr("alias"))))
            .Select(category => $"{chart}: {category.Attr("alias")} has other measures than the query."),
        .. Expect.Unless(chart.Series.Count() == chart.Measures.Count(), $"{chart} draws {chart.Series.Count()} series of {chart.Measures.Count()} measures."),
    ]);

    [TestMethod]
    public void A_second_grouping_has_one_measure_because_the_platform_draws_no_more() => Expect.NoComplaint(ChartXml.All, chart =>
        Expect.Unless(chart.Groups.Count() == 1 || (chart.Groups.Count() == 2 && chart.Measures.Count() == 1), $"{chart} has more."));

    [TestMethod]
    public void No_chart_averages() => Expect.NoComplaint(
        from chart in ChartXml.All
        from measure in chart.Measures
        where !Additive.Contains(measure.Attr("aggregate")) && measure.Attr("aggregate") != "max"
        select $"{chart} takes the {measure.Attr("aggregate")} of {measure.Attr("name")}.");

    // A median or a rate is never added up; max of a single row is that row (Running/ChartRunTests proves that it is single).
    [TestMethod]
    public void Only_counts_and_money_are_added_up() => Expect.NoComplaint(
        from chart in ChartXml.All
        from measure in chart.Measures
        where measure.Attr("aggregate") == "sum" && Org.Tables[chart.Table].Columns[measure.Attr("name")].Type is not (ColumnType.Integer or ColumnType.Money)
        select $"{chart} adds up {measure.Attr("name")}.");

    [TestMethod]
    public void Every_chart_of_roll_ups_has_a_view_that_leaves_out_what_is_hidden_in_it() => Expect.NoComplaint(
        ChartXml.All.Where(chart => chart.Table == "wl_rollup"),
        chart => Expect.Unless(ViewOf(chart) is { } view && chart.Measures.All(measure => Demands(view, measure.Attr("name"))), $"{chart} has none."));

    /// <summary>The view that a chart is made for: the one that is called after it.</summary>
    internal static ViewXml? ViewOf(ChartXml chart) => ViewXml.All.SingleOrDefault(view => view.Table == chart.Table && view.Name("1033") == "Chart: " + chart.Name);

    private static bool Demands(ViewXml view, string column) =>
        view.Fetch.Element("entity")!.Element("filter")!.Elements("condition").Any(condition => condition.Attr("attribute") == column && condition.Attr("operator") == "not-null");
}
