using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>A query tree as one SQL statement. One instance a query.</summary>
internal sealed class QueryToSql
{
    private readonly ReadContext context;
    private readonly Sql sql;
    private readonly LinksToSql tables;

    public QueryToSql(ReadContext context, string? knownText = null)
    {
        this.context = context;
        sql = knownText is null ? new Sql() : new Sql(knownText);
        tables = new LinksToSql(sql, context);
    }

    public SelectStatement Build(Query query) => query.IsAggregate ? BuildAggregate(query) : BuildRows(query);

    /// <summary>Only the values of a query whose text is known, in the order in which <see cref="Build"/> writes them.</summary>
    public Sql Fill(Query query)
    {
        var (root, links) = Declare(query);
        WriteFrom(query, root, links);
        WriteLimit(query, isByKey: false);
        return sql;
    }

    /// <summary>How many rows there are, or an aggregate would read, counted up to one past <paramref name="most"/>.</summary>
    public Sql BuildCount(Query query, int most)
    {
        var (root, links) = Declare(query);
        sql.Add("SELECT COUNT(*) FROM (SELECT ");
        if (query is { Distinct: true, IsAggregate: false })
        {
            sql.Add("DISTINCT ");
            new ColumnsToSql(sql, context, formatted: false).Write(query, root, links);
        }
        else
        {
            sql.Add("1");
        }

        WriteFrom(query, root, links);
        return sql.Add(" LIMIT ").Value((long)most + 1).Add(") AS counted");
    }

    private SelectStatement BuildAggregate(Query query)
    {
        var (root, links) = Declare(query);
        var columns = new AggregateColumns(sql, context, new ColumnsToSql(sql, context, query.Formatted), query);
        sql.Add("SELECT ");
        columns.Write([(root, query.Columns), .. JoinedLink.Flatten(links).Select(link => (link.Use, link.Link.Columns))]);
        WriteFrom(query, root, links);
        columns.WriteGroups();
        columns.WriteOrders();
        WriteLimit(query, isByKey: false);
        return new SelectStatement(sql, columns.Projections, [], null);
    }

    private SelectStatement BuildRows(Query query)
    {
        var (root, links) = Declare(query);
        var sorting = new SortOrder(query, root, links, tables.Find, context);
        var columns = new ColumnsToSql(sql, context, query.Formatted);
        sql.Add(query.Distinct ? "SELECT DISTINCT " : "SELECT ");
        var id = columns.Write(query, root, links);
        var keys = columns.WriteSortKeys(sorting);
        var isFiltered = WriteFrom(query, root, links);
        if (sorting.IsByKey)
        {
            sql.Add(isFiltered ? " AND " : " WHERE ");
            sorting.WriteAfter(sql);
        }

        sorting.WriteOrder(sql, keys);
        WriteLimit(query, sorting.IsByKey);
        return new SelectStatement(sql, columns.Projections, query.Distinct ? [] : keys, id);
    }

    private (TableUse Root, List<JoinedLink> Links) Declare(Query query) => (tables.Root(query.Table), [.. query.Links.Select(tables.Declare)]);

    private bool WriteFrom(Query query, TableUse root, List<JoinedLink> links)
    {
        sql.Add(" FROM ");
        tables.WriteTable(root);
        tables.WriteJoins(links, root);
        return tables.WriteWhere(query.Filter, root);
    }

    private void WriteLimit(Query query, bool isByKey)
    {
        sql.Add(" LIMIT ").Value((long)(query.Top ?? query.PageSize + 1));
        if (query.Top is null && !isByKey && query.PageNumber > 1)
        {
            sql.Add(" OFFSET ").Value((query.PageNumber - 1L) * query.PageSize);
        }
    }
}
