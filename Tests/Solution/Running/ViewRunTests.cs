using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Running;

/// <summary>Every view, asked of an org with the sample's data: it runs, and it shows something.</summary>
[TestClass]
public sealed class ViewRunTests
{
    private static IEnumerable<object[]> Tables => ViewXml.All.Select(view => view.Table).Distinct().Order(StringComparer.Ordinal).Select(table => new object[] { table });

    [TestMethod]
    [DynamicData(nameof(Tables))]
    public void Every_view_of_the_table_returns_rows(string table) => Expect.NoComplaint(
        ViewXml.All.Where(view => view.Table == table),
        view => Expect.Unless(SampleOrg.Rows(Searching(view)).Count > 0, $"{view} returns nothing."));

    // Quick find puts in what was typed: here, nothing that would narrow it.
    private static string Searching(ViewXml view) => view.Fetch.ToString().Replace("value=\"{0}\"", "value=\"%\"", StringComparison.Ordinal);
}
