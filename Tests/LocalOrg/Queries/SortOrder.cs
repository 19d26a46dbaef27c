using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>How rows are sorted, and where a page begins.</summary>
internal sealed class SortOrder
{
    private readonly IReadOnlyDictionary<string, string?>? last;
    private readonly Dialect dialect;

    public SortOrder(Query query, TableUse root, IReadOnlyList<JoinedLink> links, Func<string, TableUse> find, ReadContext context)
    {
        var flat = JoinedLink.Flatten(links).ToList();
        var orders = query.Orders.Select(order => (Order: order, Use: order.LinkAlias is null ? root : find(order.LinkAlias)))
            .Concat(flat.SelectMany(link => link.Link.Orders.Select(order => (Order: order, link.Use))))
            .Select(key => new SortKey(key.Use, key.Use.Column(key.Order.Column), key.Order.Descending, query.RawOrder, context))
            .ToList();
        dialect = context.Dialect;
        IsDistinct = query.Distinct;
        if (!query.Distinct)
        {
            // Each row of the result in its place: by the ids of all that makes it one of several.
            foreach (var use in flat.Where(link => link.Multiplies).Select(link => link.Use).Prepend(root).Where(use => !orders.Exists(key => IsIdOf(key, use))).ToList())
            {
                orders.Add(new SortKey(use, use.Table.PrimaryKey, descending: false, raw: true, context));
            }
        }

        Keys = orders;
        last = !query.Distinct && query.PageNumber > 1 && !string.IsNullOrEmpty(query.Cookie) ? PagingCookie.Read(query.Cookie) : null;
    }

    public IReadOnlyList<SortKey> Keys { get; }

    public bool IsDistinct { get; }

    /// <summary>Whether the page begins after a known row, rather than at a position.</summary>
    public bool IsByKey => last is not null;

    /// <summary>Empty values first, or in the other direction last.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="places">Where the keys are in the result.</param>
    public void WriteOrder(Sql sql, IReadOnlyList<Projection> places)
    {
        if (Keys.Count > 0)
        {
            sql.Add(" ORDER BY ").Join(", ", Enumerable.Range(0, Keys.Count), index =>
            {
                WriteSorted(sql, index, places);
                sql.Add(dialect.Sorted(Keys[index].OrderColumn, Keys[index].Descending));
            });
        }
    }

    /// <summary>The rows after the last one: larger in the first column, or equal there and larger in the second, and so on.</summary>
    public void WriteAfter(Sql sql)
    {
        sql.Add("(").Join(" OR ", Enumerable.Range(0, Keys.Count), count =>
        {
            sql.Add("(");
            foreach (var key in Keys.Take(count))
            {
                WriteSame(sql, key, LastOf(key));
                sql.Add(" AND ");
            }

            WriteBeyond(sql, Keys[count]);
            sql.Add(")");
        }).Add(")");
    }

    private static bool IsIdOf(SortKey key, TableUse use) => key.Use == use && key.Column == use.Table.PrimaryKey;

    // Distinct rows are sorted by their place: what is not selected is not known of them.
    private void WriteSorted(Sql sql, int index, IReadOnlyList<Projection> places)
    {
        if (IsDistinct)
        {
            sql.Add((places[index].Ordinal + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            Keys[index].Write(sql);
        }
    }

    private void WriteSame(Sql sql, SortKey key, object? value)
    {
        key.Write(sql);
        _ = value is null ? sql.Add(" IS NULL") : sql.Add(" = ").Value(key.Sorted(dialect, value));
    }

    // Empty values sort first.
    private void WriteBeyond(Sql sql, SortKey key)
    {
        var value = LastOf(key);
        if (value is null && key.Descending)
        {
            sql.Add("1=0");
            return;
        }

        sql.Add("(");
        key.Write(sql);
        _ = value is null ? sql.Add(" IS NOT NULL") : sql.Add(key.Descending ? " < " : " > ").Value(key.Sorted(dialect, value));
        if (key.Descending)
        {
            sql.Add(" OR ");
            key.Write(sql);
            sql.Add(" IS NULL");
        }

        sql.Add(")");
    }

    private object? LastOf(SortKey key)
    {
        if (!last!.TryGetValue(key.Name, out var text))
        {
            throw DataFaults.MalformedQuery($"the paging cookie lacks '{key.Name}'; it belongs to another query.");
        }

        return text is null ? null : PlainValue.Of(key.Use.Table, key.KeptColumn, text);
    }
}
