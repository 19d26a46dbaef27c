using System.Globalization;
using System.Xml.Linq;
using CrmExtensions.Local;
using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Pages of at most 5,000 rows, by cookie or by number (PD/fetchxml/page-results.md).</summary>
[TestClass]
public sealed class PagingTests
{
    private const string ByName = "<attribute name='name'/><order attribute='name'/>";

    [TestMethod]
    [DataRow(2, 1, "a b", true)]
    [DataRow(2, 2, "c d", true)]
    [DataRow(2, 3, "e", false)]
    [DataRow(2, 4, "", false)]
    [DataRow(5, 1, "a b c d e", false)]
    [DataRow(4, 1, "a b c d", true)]
    public void A_page_is_taken_by_number(int size, int page, string names, bool more)
    {
        using var org = Named("a", "b", "c", "d", "e");

        var rows = org.System.Fetch(Competitor.Table, ByName, $"count='{size}' page='{page}'");

        Assert.AreEqual(names, rows.Texts(Competitor.Name));
        Assert.AreEqual(more, rows.MoreRecords);
        Assert.AreEqual(more, rows.PagingCookie is not null);
    }

    [TestMethod]
    public void A_page_by_cookie_begins_after_the_last_row_seen_whatever_was_inserted_before_it()
    {
        using var org = Named("a", "c", "e", "g");
        var first = org.System.Fetch(Competitor.Table, ByName, "count='2'");
        Add(org, "b");

        var second = org.System.Fetch(Competitor.Table, ByName, $"count='2' page='2' paging-cookie='{Escaped(first.PagingCookie)}'");

        Assert.AreEqual("a c", first.Texts(Competitor.Name));
        Assert.AreEqual("e g", second.Texts(Competitor.Name));
    }

    [TestMethod]
    public void A_page_by_number_shifts_when_a_row_is_inserted_before_it()
    {
        using var org = Named("a", "c", "e", "g");
        org.System.Fetch(Competitor.Table, ByName, "count='2'");
        Add(org, "b");

        Assert.AreEqual("c e", org.System.Fetch(Competitor.Table, ByName, "count='2' page='2'").Texts(Competitor.Name));
    }

    [TestMethod]
    public void A_cookie_outlives_the_row_it_was_made_of()
    {
        using var org = Named("a", "b", "c");
        var first = org.System.Fetch(Competitor.Table, ByName, "count='2'");
        org.System.Remove(first[1].ToEntityReference());

        var second = org.System.Fetch(Competitor.Table, ByName, $"count='2' page='2' paging-cookie='{Escaped(first.PagingCookie)}'");

        Assert.AreEqual("c", second.Texts(Competitor.Name));
    }

    [TestMethod]
    public void A_query_expression_pages_the_same_way()
    {
        using var org = Named("a", "b", "c");
        var query = new QueryExpression(Competitor.Table) { ColumnSet = new ColumnSet(Competitor.Name) };
        query.AddOrder(Competitor.Name, OrderType.Descending);
        query.PageInfo = new PagingInfo { Count = 2, PageNumber = 1 };
        var first = org.System.RetrieveMultiple(query);
        query.PageInfo = new PagingInfo { Count = 2, PageNumber = 2, PagingCookie = first.PagingCookie };
        Add(org, "d");

        Assert.AreEqual("c b", first.Texts(Competitor.Name));
        Assert.AreEqual("a", org.System.RetrieveMultiple(query).Texts(Competitor.Name));
    }

    [TestMethod]
    public void Distinct_rows_are_paged_by_number()
    {
        using var org = Named("a", "a", "b", "c");

        Assert.AreEqual("a b", org.System.Fetch(Competitor.Table, ByName, "count='2' distinct='true'").Texts(Competitor.Name));
        Assert.AreEqual("c", org.System.Fetch(Competitor.Table, ByName, "count='2' page='2' distinct='true'").Texts(Competitor.Name));
    }

    [TestMethod]
    public void Pages_by_cookie_together_are_the_whole_in_order()
    {
        var names = Gen.OneOf<string?>(null, "a", "A", "b", "c'", "<d>").Array[0, 12];
        Gen.Select(names, Gen.Int[1, 4], Gen.Bool, Gen.Bool).Sample(
            (rows, size, namesDown, timesDown) =>
            {
                using var org = Named(rows);
                var orders = $"<attribute name='name'/><order attribute='name' descending='{Text(namesDown)}'/><order attribute='createdon' descending='{Text(timesDown)}'/>";
                var whole = org.System.Fetch(Competitor.Table, orders).Entities.Select(row => row.Id).ToList();
                CollectionAssert.AreEqual(whole, InPages(org, orders, size).ToList());
            },
            iter: 60);
    }

    // "The default and maximum page size is 5,000 rows."
    [TestMethod]
    public void A_page_holds_5000_rows_at_most()
    {
        using var org = Some.Org();
        org.AddMany(5001, number => new Entity(Competitor.Table) { [Competitor.Name] = number.ToString("D4", CultureInfo.InvariantCulture) });

        foreach (var size in new[] { "", "count='6000'", "count='5000'" })
        {
            var rows = org.System.Fetch(Competitor.Table, ByName, size);
            Assert.HasCount(5000, rows.Entities, size);
            Assert.IsTrue(rows.MoreRecords, size);
        }

        var last = org.System.Fetch(Competitor.Table, ByName, "page='2'");
        Assert.AreEqual("5000", last.Texts(Competitor.Name));
    }

    private static IEnumerable<Guid> InPages(LocalOrg org, string inside, int size)
    {
        string? cookie = null;
        // More pages than rows would be a standstill.
        for (var page = 1; page <= 13; page++)
        {
            var given = cookie is null ? "" : $"paging-cookie='{Escaped(cookie)}'";
            var rows = org.System.Fetch(Competitor.Table, inside, $"count='{size}' page='{page}' {given}");
            foreach (var row in rows.Entities)
            {
                yield return row.Id;
            }

            if (!rows.MoreRecords)
            {
                yield break;
            }

            cookie = rows.PagingCookie;
        }
    }

    private static LocalOrg Named(params string?[] names)
    {
        var org = Some.Org();
        foreach (var name in names)
        {
            Add(org, name);
        }

        return org;
    }

    private static void Add(LocalOrg org, string? name) => org.System.Add(
        Competitor.Table,
        (Competitor.Name, name),
        (Competitor.OverriddenCreatedOn, Some.Moment.AddHours((name?.Length ?? 0) % 3)));

    private static string Escaped(string? text) => new XAttribute("a", text ?? "").ToString()[3..^1].Replace("'", "&apos;", StringComparison.Ordinal);

    private static string Text(bool flag) => flag ? "true" : "false";
}
