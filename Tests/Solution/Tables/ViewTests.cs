using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>Views (solution-anatomy.md 8).</summary>
[TestClass]
public sealed class ViewTests
{
    private const string QuickFind = "4";

    private static IEnumerable<(XmlFile File, string Table, XElement View)> Views =>
        from file in XmlFile.In("Entities").Where(file => file.Place.Contains("/SavedQueries/", StringComparison.Ordinal))
        from view in file.Root.Elements("savedquery")
        select (file, file.Place.Split('/')[1].Logical(), view);

    [TestMethod]
    public void A_view_is_of_the_table_it_lies_with() => Expect.NoComplaint(Views, found => Expect.Unless(
        found.View.Descendants("entity").First().Attr("name") == found.Table,
        $"{found.File} is not."));

    [TestMethod]
    public void A_view_reads_and_sorts_and_filters_by_columns_of_its_table() => Expect.NoComplaint(Views, found =>
        from element in found.View.Descendants("entity").First().Descendants()
        where !element.Ancestors("link-entity").Any() && element.Name.LocalName is "attribute" or "order" or "condition"
        let column = element.Attr(element.Name == "attribute" ? "name" : "attribute")
        where !Org.Has(found.Table, column)
        select $"{found.File} uses {column}, which {found.Table} does not have.");

    [TestMethod]
    public void Every_cell_is_read_by_the_query() => Expect.NoComplaint(Views, found =>
        Cells(found.View).Except(found.View.Descendants("attribute").Select(attribute => attribute.Attr("name")))
            .Select(cell => $"{found.File} shows {cell}, which it does not read."));

    [TestMethod]
    public void A_row_is_opened_by_its_key_and_found_by_a_column_it_shows() => Expect.NoComplaint(Views.Where(found => found.View.Element("layoutxml") is not null), found =>
    {
        var grid = found.View.Element("layoutxml")!.Element("grid")!;
        return
        [
            .. Expect.Unless(grid.Element("row")!.Attr("id") == Org.Tables[found.Table].PrimaryKey.Name, $"{found.File} opens rows by {grid.Element("row")!.Attr("id")}."),
            .. Expect.Unless(Cells(found.View).Contains(grid.Attr("jump")), $"{found.File} jumps by {grid.Attr("jump")}, which it does not show."),
            .. Expect.Unless(grid.Attribute("object") is null, $"{found.File} has an object number, which differs between orgs."),
        ];
    });

    [TestMethod]
    public void A_quick_find_says_where_it_looks() => Expect.NoComplaint(Views.Where(found => found.View.Text("querytype") == QuickFind), found => Expect.Unless(
        found.View.Descendants("filter").Where(filter => filter.Attr("isquickfindfields") == "1").Elements("condition").Any(condition => condition.Attr("value") == "{0}"),
        $"{found.File} looks nowhere."));

    [TestMethod]
    public void Quick_find_is_what_it_is_called() => Expect.NoComplaint(Views, found => Expect.Unless(
        found.View.Text("isquickfindquery") == (found.View.Text("querytype") == QuickFind ? "1" : "0"),
        $"{found.File} is not."));

    [TestMethod]
    public void A_table_has_one_default_view_of_each_type() => Expect.NoComplaint(
        Views.GroupBy(found => $"{found.Table}, querytype {found.View.Text("querytype")}"),
        views => Expect.Unless(views.Count(found => found.View.Text("isdefault") == "1") == 1, $"{views.Key} has not."));

    // Cells of linked tables are written alias.column.
    private static IEnumerable<string> Cells(XElement view) =>
        view.Elements("layoutxml").Descendants("cell").Select(cell => cell.Attr("name")).Where(cell => !cell.Contains('.', StringComparison.Ordinal));
}
