using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>A query tree as one SQL statement. One instance a query.</summary>
internal sealed class QueryToSql(Catalog catalog, Dialect dialect, IReadScope scope, string? knownText = null)
{
    private readonly Sql sql = knownText is null ? new Sql() : new Sql(knownText);
    private readonly List<TableUse> uses = [];
    private readonly List<Projection> projections = [];
    private int ordinal;

    public SelectStatement Build(Query query)
    {
        var root = Use(query.Table, null);
        var links = query.Links.Select(Declare).ToList();
        var sorting = query.IsAggregate ? null : new SortOrder(query, root, Find);
        sql.Add(query.Distinct ? "SELECT DISTINCT " : "SELECT ");
        var id = SelectColumns(query, root, links);
        var keys = sorting is null || query.Distinct ? [] : SelectSortKeys(sorting);
        sql.Add(" FROM ").Name(root.Table.Name).Add(" ").Name(root.SqlAlias);
        WriteJoins(links, root);
        WriteWhere(query, root, sorting);
        WriteTail(query, sorting);
        return new SelectStatement(sql, projections, keys, id);
    }

    /// <summary>Only the values of a query whose text is known, in the order in which <see cref="Build"/> writes them.</summary>
    public Sql Fill(Query query)
    {
        var root = Use(query.Table, null);
        var links = query.Links.Select(Declare).ToList();
        var sorting = query.IsAggregate ? null : new SortOrder(query, root, Find);
        WriteJoins(links, root);
        WriteWhere(query, root, sorting);
        WriteLimit(query, sorting);
        return sql;
    }

    /// <summary>How many rows an aggregate would read, counted up to one past <paramref name="most"/>.</summary>
    public Sql BuildCount(Query query, int? most)
    {
        var root = Use(query.Table, null);
        var links = query.Links.Select(Declare).ToList();
        sql.Add("SELECT COUNT(*) FROM (SELECT 1 FROM ").Name(root.Table.Name).Add(" ").Name(root.SqlAlias);
        WriteJoins(links, root);
        WriteWhere(query, root, null);
        if (most is not null)
        {
            sql.Add(" LIMIT ").Value((long)most.Value + 1);
        }

        return sql.Add(") AS counted");
    }

    private sealed record JoinedLink(Link Link, TableUse Use, IReadOnlyList<JoinedLink> Inner);

    private TableUse Use(string table, string? linkAlias)
    {
        var known = catalog.Tables.TryGetValue(table ?? "", out var found) ? found : throw DataFaults.UnknownTable(table ?? "");
        var use = new TableUse("t" + uses.Count.ToString(CultureInfo.InvariantCulture), linkAlias, known);
        if (linkAlias is not null && uses.Exists(other => other.LinkAlias == linkAlias))
        {
            throw DataFaults.MalformedQuery($"the alias '{linkAlias}' is used twice.");
        }

        uses.Add(use);
        return use;
    }

    private JoinedLink Declare(Link link) => new(link, Use(link.Table, link.Alias), [.. link.Links.Select(Declare)]);

    private TableUse Find(string alias) =>
        uses.Find(use => use.LinkAlias == alias) ?? uses.Find(use => use.LinkAlias is not null && use.Table.Name == alias)
        ?? throw DataFaults.MalformedQuery($"there is no link with the alias '{alias}'.");

    private Projection? SelectColumns(Query query, TableUse root, List<JoinedLink> links)
    {
        if (query.IsAggregate)
        {
            new AggregateColumns(sql, dialect, Add).Write([(root, query.Columns), .. Flatten(links).Select(link => (link.Use, link.Link.Columns))]);
            return null;
        }

        var id = query.Distinct ? null : Select(root, root.Table.PrimaryKey, root.Table.PrimaryKey.Name, isAliased: false, isHidden: false);
        SelectOf(root, query.AllColumns, query.Columns, id);
        foreach (var link in Flatten(links))
        {
            SelectOf(link.Use, link.Link.AllColumns, link.Link.Columns, null);
        }

        return ordinal > 0 ? id : throw DataFaults.MalformedQuery("a distinct query needs at least one column.");
    }

    private void SelectOf(TableUse use, bool all, IReadOnlyList<Selected> columns, Projection? id)
    {
        var wanted = all ? use.Table.Columns.Values.Select(column => new Selected(column.Name)) : columns;
        foreach (var selected in wanted)
        {
            var column = use.Column(selected.Name);
            if (!ReferenceEquals(column, id?.Column) && scope.MayRead(use.Table, column))
            {
                var key = selected.Alias ?? (use.LinkAlias is null ? column.Name : use.LinkAlias + "." + column.Name);
                Select(use, column, key, isAliased: use.LinkAlias is not null || selected.Alias is not null, isHidden: false);
            }
        }
    }

    private List<Projection> SelectSortKeys(SortOrder sorting) => sorting.Keys
        .Select(key => Select(key.Use, key.Column, key.Column.Name, isAliased: key.Use.LinkAlias is not null, isHidden: true))
        .ToList();

    private Projection Select(TableUse use, Column column, string key, bool isAliased, bool isHidden)
    {
        Separate();
        sql.Name(use.SqlAlias, column.Name);
        var projection = new Projection(key, use.Table, column, isAliased, ordinal++);
        if (column.Type == ColumnType.Owner)
        {
            sql.Add(", ").Name(use.SqlAlias, Schema.TypeColumn(column));
            ordinal++;
        }

        if (!isHidden)
        {
            projections.Add(projection);
        }

        return projection;
    }

    private void Add(Projection projection)
    {
        projections.Add(projection with { Ordinal = ordinal++ });
    }

    private void Separate()
    {
        if (ordinal > 0)
        {
            sql.Add(", ");
        }
    }

    private void WriteJoins(List<JoinedLink> links, TableUse parent)
    {
        foreach (var link in links)
        {
            var own = link.Use;
            sql.Add(link.Link.IsOuter ? " LEFT JOIN " : " JOIN ").Name(own.Table.Name).Add(" ").Name(own.SqlAlias);
            sql.Add(" ON ").Name(own.SqlAlias, own.Column(link.Link.OwnColumn).Name).Add(" = ").Name(parent.SqlAlias, parent.Column(link.Link.ParentColumn).Name);
            foreach (var filter in new[] { link.Link.Filter, scope.RowsOf(own.Table) }.OfType<Filter>())
            {
                sql.Add(" AND ");
                Filters().Write(filter, own);
            }

            WriteJoins([.. link.Inner], own);
        }
    }

    private void WriteWhere(Query query, TableUse root, SortOrder? sorting)
    {
        var written = 0;
        foreach (var filter in new[] { query.Filter, scope.RowsOf(root.Table) }.OfType<Filter>())
        {
            sql.Add(written++ == 0 ? " WHERE " : " AND ");
            Filters().Write(filter, root);
        }

        if (sorting is { IsByKey: true })
        {
            sql.Add(written == 0 ? " WHERE " : " AND ");
            sorting.WriteAfter(sql, dialect);
        }
    }

    private void WriteTail(Query query, SortOrder? sorting)
    {
        if (query.IsAggregate)
        {
            AggregateColumns.WriteGroups(sql, projections);
            AggregateColumns.WriteOrders(sql, dialect, query.Orders, projections);
        }
        else
        {
            sorting!.WriteOrder(sql, dialect);
        }

        WriteLimit(query, sorting);
    }

    private void WriteLimit(Query query, SortOrder? sorting)
    {
        sql.Add(" LIMIT ").Value((long)(query.Top ?? query.PageSize + 1));
        if (query.Top is null && sorting is { IsByKey: false } && query.PageNumber > 1)
        {
            sql.Add(" OFFSET ").Value((long)(query.PageNumber - 1) * query.PageSize);
        }
    }

    private FilterToSql Filters() => new(sql, dialect, scope.UserId, Find);

    private static IEnumerable<JoinedLink> Flatten(IEnumerable<JoinedLink> links) =>
        links.SelectMany(link => Flatten(link.Inner).Prepend(link));
}
