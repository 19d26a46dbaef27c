using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>
/// A secured column is empty for whom no profile opens it, in all that a query can say: a view that filters by one shows
/// no records to such a user (inogic.com 2017/03, "Views show no records"; platform-facts.md 4). The column is the one the
/// product has: the raw tally of a roll-up.
/// </summary>
[TestClass]
public sealed class HiddenValueTests
{
    private const string Secret = "secret";

    [TestMethod]
    [DataRow("operator='like' value='s%'", 0, 1)]
    [DataRow("operator='eq' value='secret'", 0, 1)]
    [DataRow("operator='ne' value='other'", 3, 3)]
    [DataRow("operator='not-null'", 0, 2)]
    [DataRow("operator='null'", 3, 1)]
    [DataRow("operator='in'><value>secret</value><value>x</value></condition><condition attribute='wl_rollupkey' operator='not-null'", 0, 1)]
    [DataRow("operator='eq' valueof='wl_label1'", 0, 1)]
    public void No_filter_finds_it(string condition, int forReader, int forAdministrator)
    {
        using var org = Org();
        var fetch = $"<filter><condition attribute='wl_tally' {condition}/></filter>";

        Assert.HasCount(forReader, Reader(org).Fetch(Rollup.Table, fetch).Entities);
        Assert.HasCount(forAdministrator, Administrator(org).Fetch(Rollup.Table, fetch).Entities);
        Assert.HasCount(forAdministrator, org.System.Fetch(Rollup.Table, fetch).Entities);
    }

    [TestMethod]
    [DataRow("<attribute name='wl_tally' alias='x' groupby='true'/><attribute name='wl_rollupid' alias='n' aggregate='count'/>", "-/3", "-/1 another/1 secret/1")]
    [DataRow("<attribute name='wl_tally' alias='x' aggregate='countcolumn'/><attribute name='wl_rollupid' alias='n' aggregate='count'/>", "0/3", "2/3")]
    [DataRow("<attribute name='wl_tally' alias='x' aggregate='countcolumn' distinct='true'/><attribute name='wl_rollupid' alias='n' aggregate='count'/>", "0/3", "2/3")]
    public void No_group_and_no_count_shows_it(string columns, string forReader, string forAdministrator)
    {
        using var org = Org();

        Assert.AreEqual(forReader, Groups(Reader(org), columns));
        Assert.AreEqual(forAdministrator, Groups(Administrator(org), columns));
    }

    [TestMethod]
    [DataRow("false", "a b c", "b c a")]
    [DataRow("true", "a b c", "a c b")]
    public void No_order_betrays_it(string descending, string forReader, string forAdministrator)
    {
        using var org = Org();
        var fetch = $"<attribute name='wl_rollupkey'/><order attribute='wl_tally' descending='{descending}'/><order attribute='wl_rollupkey'/>";

        Assert.AreEqual(forReader, Reader(org).Fetch(Rollup.Table, fetch).Texts(Rollup.RollupKey));
        Assert.AreEqual(forAdministrator, Administrator(org).Fetch(Rollup.Table, fetch).Texts(Rollup.RollupKey));
    }

    [TestMethod]
    public void No_cookie_carries_it_and_none_can_be_made_to_ask_for_it()
    {
        using var org = Org();
        const string Fetch = "<attribute name='wl_rollupkey'/><order attribute='wl_tally'/><order attribute='wl_rollupkey'/>";
        var page = Reader(org).Fetch(Rollup.Table, Fetch, "count='1'");

        var cookie = page.PagingCookie!;
        Assert.DoesNotContain(Secret, cookie);
        Assert.DoesNotContain("another", cookie);
        Assert.AreEqual("b", Next(org, Fetch, cookie));

        // Whatever is guessed, the page is the same: the first after nothing.
        foreach (var guess in new[] { "a", "zzz" })
        {
            var forged = cookie.Replace("lastnull=\"1\"", $"last=\"{guess}\"", StringComparison.Ordinal);
            Assert.AreNotEqual(cookie, forged);
            Assert.AreEqual("-", Next(org, Fetch, forged));
        }
    }

    [TestMethod]
    [DataRow("inner", 0)]
    [DataRow("outer", 1)]
    [DataRow("any", 0)]
    [DataRow("not any", 1)]
    [DataRow("exists", 0)]
    [DataRow("matchfirstrowusingcrossapply", 0)]
    public void No_link_is_joined_by_it(string kind, int forReader)
    {
        using var org = OwnOrg.WithColumns(Account.Table, new Column { Name = "x_code", SchemaName = "x_Code", Type = ColumnType.Text, MaxLength = 100, IsSecured = true });
        org.System.Add(Account.Table, ("x_code", Secret));
        org.System.Add(Competitor.Table, (Competitor.Name, Secret));
        var link = $"<link-entity name='competitor' from='name' to='x_code' link-type='{kind}' alias='c'/>";
        var fetch = kind is "any" or "not any" ? $"<filter>{link}</filter>" : link;

        Assert.HasCount(forReader, org.As(org.AddUser("Reader", roles: ["Salesperson"])).Fetch(Account.Table, fetch).Entities);
        Assert.HasCount(kind == "not any" ? 0 : 1, org.System.Fetch(Account.Table, fetch).Entities);
    }

    [TestMethod]
    public void Nor_is_it_read_filtered_or_sorted_by_through_a_link()
    {
        using var org = Org();
        org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "M"));
        var link = "<link-entity name='wl_rollup' from='wl_periodkey' to='wl_periodkey' alias='r'><attribute name='wl_tally'/>{0}</link-entity>";
        string Of(IOrganizationService user, string inside) => user.Fetch(RollupPeriod.Table, string.Format(null, link, inside)).Texts("r.wl_tally");

        Assert.AreEqual("- - -", Of(Reader(org), "<order attribute='wl_tally'/>"));
        Assert.AreEqual("- another secret", Of(Administrator(org), "<order attribute='wl_tally'/>"));
        Assert.AreEqual("", Of(Reader(org), "<filter><condition attribute='wl_tally' operator='not-null'/></filter>"));
        Assert.AreEqual("secret", Of(Administrator(org), "<filter><condition attribute='wl_tally' operator='eq' value='secret'/></filter>"));
    }

    [TestMethod]
    public void Distinct_rows_do_not_tell_how_many_values_it_has()
    {
        using var org = Org();

        Assert.HasCount(1, Reader(org).Fetch(Rollup.Table, "<attribute name='wl_tally'/>", "distinct='true'").Entities);
        Assert.HasCount(3, Administrator(org).Fetch(Rollup.Table, "<attribute name='wl_tally'/>", "distinct='true'").Entities);
    }

    // Three rows; one of them without a tally.
    private static LocalOrg Org()
    {
        var org = Some.Org();
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "a"), (Rollup.PeriodKey, "M"), (Rollup.Tally, Secret), (Rollup.Label1, Secret));
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "b"), (Rollup.PeriodKey, "M"));
        org.System.Add(Rollup.Table, (Rollup.RollupKey, "c"), (Rollup.PeriodKey, "M"), (Rollup.Tally, "another"));
        return org;
    }

    private static IOrganizationService Reader(LocalOrg org) => org.As(org.AddUser("Reader", roles: ["WL Insight Reader"]));

    private static IOrganizationService Administrator(LocalOrg org) => org.As(org.AddUser("Administrator", roles: ["System Administrator"]));

    private static string Groups(IOrganizationService user, string columns) => string.Join(' ', user.Fetch(Rollup.Table, columns, "aggregate='true'").Entities
        .Select(row => $"{row.GetAttributeValue<AliasedValue>("x")?.Value ?? "-"}/{((AliasedValue)row["n"]).Value}")
        .Order(StringComparer.Ordinal));

    private static string Next(LocalOrg org, string fetch, string cookie)
    {
        var rows = Reader(org).Fetch(Rollup.Table, fetch, $"count='1' page='2' paging-cookie='{System.Security.SecurityElement.Escape(cookie)}'");
        return rows.Entities.Count == 0 ? "-" : rows.Texts(Rollup.RollupKey);
    }
}
