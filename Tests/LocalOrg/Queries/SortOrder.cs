using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>How rows are sorted, and where a page begins.</summary>
internal sealed class SortOrder
{
    private readonly IReadOnlyDictionary<string, string?>? last;

    public SortOrder(Query query, TableUse root, Func<string, TableUse> find)
    {
        var orders = query.Orders.Select(order => KeyOf(order, order.LinkAlias is null ? root : find(order.LinkAlias)))
            .Concat(query.Links.SelectMany(link => link.Orders.Select(order => KeyOf(order, find(link.Alias)))))
            .ToList();
        var canUseCookie = !query.Distinct && orders.TrueForAll(key => key.Use == root);
        if (!query.Distinct && !orders.Exists(key => key.Use == root && key.Column == root.Table.PrimaryKey))
        {
            orders.Add(new SortKey(root, root.Table.PrimaryKey, Descending: false));
        }

        Keys = orders;
        last = canUseCookie && query.PageNumber > 1 && !string.IsNullOrEmpty(query.Cookie) ? PagingCookie.Read(query.Cookie) : null;
    }

    public sealed record SortKey(TableUse Use, Column Column, bool Descending);

    public IReadOnlyList<SortKey> Keys { get; }

    /// <summary>Whether the page begins after a known row, rather than at a position.</summary>
    public bool IsByKey => last is not null;

    public void WriteOrder(Sql sql, Dialect dialect)
    {
        if (Keys.Count > 0)
        {
            sql.Add(" ORDER BY ").Join(", ", Keys, key => sql.Name(key.Use.SqlAlias, key.Column.Name).Add(dialect.Sorted(key.Column, key.Descending)));
        }
    }

    /// <summary>The rows after the last one: larger in the first column, or equal there and larger in the second, and so on.</summary>
    public void WriteAfter(Sql sql, Dialect dialect)
    {
        sql.Add("(").Join(" OR ", Enumerable.Range(0, Keys.Count), count =>
        {
            sql.Add("(");
            foreach (var key in Keys.Take(count))
            {
                WriteSame(sql, dialect, key);
                sql.Add(" AND ");
            }

            WriteBeyond(sql, dialect, Keys[count]);
            sql.Add(")");
        }).Add(")");
    }

    private static SortKey KeyOf(Ordering order, TableUse use)
    {
        var column = use.Column(order.Column);
        return column.HasOptions || column.Type is ColumnType.Lookup or ColumnType.Owner
            ? throw new NotSupportedByLocalOrgException($"sorting by '{column.Name}': the platform sorts choices and lookups by their labels")
            : new SortKey(use, column, order.Descending);
    }

    private static void WriteSame(Sql sql, Dialect dialect, SortKey key, object? value)
    {
        sql.Name(key.Use.SqlAlias, key.Column.Name);
        _ = value is null ? sql.Add(" IS NULL") : sql.Add(" = ").Value(dialect.Encode(key.Column, value));
    }

    private void WriteSame(Sql sql, Dialect dialect, SortKey key) => WriteSame(sql, dialect, key, LastOf(key));

    // Empty values sort first.
    private void WriteBeyond(Sql sql, Dialect dialect, SortKey key)
    {
        var value = LastOf(key);
        if (value is null)
        {
            sql.Add(key.Descending ? "1=0" : "").Add(key.Descending ? "" : " ");
            _ = key.Descending ? sql : sql.Name(key.Use.SqlAlias, key.Column.Name).Add(" IS NOT NULL");
            return;
        }

        sql.Add("(").Name(key.Use.SqlAlias, key.Column.Name).Add(key.Descending ? " < " : " > ").Value(dialect.Encode(key.Column, value));
        _ = key.Descending ? sql.Add(" OR ").Name(key.Use.SqlAlias, key.Column.Name).Add(" IS NULL)") : sql.Add(")");
    }

    private object? LastOf(SortKey key)
    {
        if (!last!.TryGetValue(key.Column.Name, out var text))
        {
            throw DataFaults.MalformedQuery($"the paging cookie lacks '{key.Column.Name}'; it belongs to another query.");
        }

        return text is null ? null : PlainValue.Of(key.Use.Table, key.Column, text);
    }
}
