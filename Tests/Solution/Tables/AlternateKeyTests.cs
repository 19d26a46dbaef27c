using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>Alternate keys: what makes a second row impossible (solution-anatomy.md 4.6).</summary>
[TestClass]
public sealed class AlternateKeyTests
{
    private const int MostBytes = 900;
    private static readonly string[] Indexable = ["nvarchar", "int", "decimal", "datetime", "lookup", "picklist"];

    private static IEnumerable<(TableXml Table, XElement Key)> Keys => TableXml.All.SelectMany(table => table.Keys.Select(key => (table, key)));

    [TestMethod]
    public void A_key_is_of_columns_that_exist_and_are_not_secured() => Expect.NoComplaint(Keys, found =>
        Columns(found.Key).Where(column => found.Table.Column(column) is null or { IsSecured: true })
            .Select(column => $"{found.Table}: {found.Key.Text("Name")} is of {column}, which is missing or secured."));

    [TestMethod]
    public void A_key_is_of_columns_that_can_be_indexed_within_the_limit() => Expect.NoComplaint(Keys, found =>
    {
        var columns = Columns(found.Key).Select(found.Table.Column).OfType<ColumnXml>().ToList();
        return Expect.Unless(
            columns.All(column => Indexable.Contains(column.Type)) && columns.Sum(column => column.Type == "nvarchar" ? column.Element.Number("Length") : 16) <= MostBytes,
            $"{found.Table}: {found.Key.Text("Name")} cannot.");
    });

    [TestMethod]
    public void A_key_has_columns_each_once_and_names_that_match() => Expect.NoComplaint(Keys, found => Expect.Unless(
        Columns(found.Key).Count > 0 && !Columns(found.Key).Repeated().Any() && found.Key.Text("LogicalName") == found.Key.Text("Name").Logical(),
        $"{found.Table}: {found.Key.Text("Name")} has not."));

    [TestMethod]
    [DataRow("wl_interview", "wl_closekey", DisplayName = "one interview for each close")]
    [DataRow("wl_rollup", "wl_rollupkey", DisplayName = "one row for each slice")]
    [DataRow("wl_rollupperiod", "wl_periodkey", DisplayName = "one row for each period")]
    [DataRow("wl_foldticket", "wl_ticketkey", DisplayName = "one ticket for each period")]
    public void What_may_exist_once_has_a_key(string table, string column) => Assert.Contains(
        column,
        Keys.Where(found => found.Table.LogicalName == table).Select(found => string.Join(',', Columns(found.Key))));

    private static IReadOnlyList<string> Columns(XElement key) => [.. key.Elements("EntityKeyAttributes").Elements("AttributeName").Select(column => column.Value)];
}
