using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>Views (solution-anatomy.md 8).</summary>
[TestClass]
public sealed class ViewTests
{
    private const string QuickFind = "4";

    [TestMethod]
    public void A_view_is_of_the_table_it_lies_with() => Expect.NoComplaint(ViewXml.All, view => Expect.Unless(
        view.Element.Descendants("entity").First().Attr("name") == view.Table,
        $"{view} is not."));

    [TestMethod]
    public void A_view_reads_and_sorts_and_filters_by_columns_of_its_table_and_of_those_it_links() => Expect.NoComplaint(ViewXml.All, view =>
        from element in view.Element.Descendants("entity").First().Descendants()
        where element.Name.LocalName is "attribute" or "order" or "condition"
        let table = element.Ancestors("link-entity").FirstOrDefault()?.Attr("name") ?? view.Table
        let column = element.Attr(element.Name == "attribute" ? "name" : "attribute")
        where !Org.Has(table, column)
        select $"{view} uses {column}, which {table} does not have.");

    [TestMethod]
    public void Every_cell_is_read_by_the_query() => Expect.NoComplaint(ViewXml.All, view =>
        Cells(view.Element).Except(view.Element.Descendants("attribute").Select(attribute => attribute.Attr("name")))
            .Select(cell => $"{view} shows {cell}, which it does not read."));

    [TestMethod]
    public void A_row_is_opened_by_its_key_and_found_by_a_column_it_shows() => Expect.NoComplaint(ViewXml.All.Where(view => view.Element.Element("layoutxml") is not null), view =>
    {
        var grid = view.Element.Element("layoutxml")!.Element("grid")!;
        return
        [
            .. Expect.Unless(grid.Element("row")!.Attr("id") == Org.Tables[view.Table].PrimaryKey.Name, $"{view} opens rows by {grid.Element("row")!.Attr("id")}."),
            .. Expect.Unless(Cells(view.Element).Contains(grid.Attr("jump")), $"{view} jumps by {grid.Attr("jump")}, which it does not show."),
            .. Expect.Unless(grid.Attribute("object") is null, $"{view} has an object number, which differs between orgs."),
        ];
    });

    [TestMethod]
    public void A_quick_find_says_where_it_looks() => Expect.NoComplaint(ViewXml.All.Where(view => view.Type == QuickFind), view => Expect.Unless(
        view.Element.Descendants("filter").Where(filter => filter.Attr("isquickfindfields") == "1").Elements("condition").Any(condition => condition.Attr("value") == "{0}"),
        $"{view} looks nowhere."));

    [TestMethod]
    public void Quick_find_is_what_it_is_called() => Expect.NoComplaint(ViewXml.All, view => Expect.Unless(
        view.Element.Text("isquickfindquery") == (view.Type == QuickFind ? "1" : "0"),
        $"{view} is not."));

    [TestMethod]
    public void A_table_has_one_default_view_of_each_type() => Expect.NoComplaint(
        ViewXml.All.GroupBy(view => $"{view.Table}, querytype {view.Type}"),
        views => Expect.Unless(views.Count(view => view.Element.Text("isdefault") == "1") == 1, $"{views.Key} has not."));

    // Cells of linked tables are written alias.column.
    private static IEnumerable<string> Cells(XElement view) =>
        view.Elements("layoutxml").Descendants("cell").Select(cell => cell.Attr("name")).Where(cell => !cell.Contains('.', StringComparison.Ordinal));
}
