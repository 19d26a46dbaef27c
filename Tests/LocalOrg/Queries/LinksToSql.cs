using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>The tables of a query and how they are joined.</summary>
internal sealed class LinksToSql
{
    private readonly Sql sql;
    private readonly ReadContext context;
    private readonly FilterToSql filters;
    private readonly List<TableUse> uses = [];

    // What SQL that is written now may name.
    private readonly List<TableUse> joined = [];
    private int count;

    public LinksToSql(Sql sql, ReadContext context)
    {
        this.sql = sql;
        this.context = context;
        filters = new FilterToSql(sql, context, this);
    }

    /// <summary>The query's own table.</summary>
    public TableUse Root(string table)
    {
        var root = Use(table, null);
        joined.Add(root);
        return root;
    }

    /// <summary>A table under its alias: as its reader sees it.</summary>
    public void WriteTable(TableUse use)
    {
        ReadableTable.Write(sql, context, use.Table);
        sql.Add(" ").Name(use.SqlAlias);
    }

    public JoinedLink Declare(Link link) => new(link, Use(link.Table, link.Alias), [.. link.Links.Select(Declare)]);

    /// <summary>A link by its alias, or by its table's name.</summary>
    public TableUse Find(string alias) => Find(uses, alias);

    /// <summary>The same, of those that stand before in the query.</summary>
    public TableUse Joined(string alias) => Find(joined, alias);

    public void WriteJoins(IEnumerable<JoinedLink> links, TableUse parent)
    {
        foreach (var link in links)
        {
            sql.Add(link.Link.Kind == LinkKind.Outer ? " LEFT JOIN " : " JOIN ");
            WriteTable(link.Use);
            sql.Add(" ON ");
            joined.Add(link.Use);
            if (link.Link.Kind == LinkKind.FirstRow)
            {
                WriteFirst(link, parent);
            }
            else
            {
                WriteMatch(link.Link, link.Use, parent);
                WriteFilters(link.Link.Filter, link.Use);
            }

            WriteJoins(link.Inner, link.Use);
        }
    }

    /// <summary>The conditions of the query itself; whether there were any.</summary>
    public bool WriteWhere(Filter? filter, TableUse root)
    {
        var parts = new[] { filter, context.Scope.RowsOf(root.Table) }.OfType<Filter>().ToList();
        sql.Add(parts.Count > 0 ? " WHERE " : "").Join(" AND ", parts, part => filters.Write(part, root));
        return parts.Count > 0;
    }

    /// <summary>A condition on related rows.</summary>
    public void WriteRelated(Link link, TableUse parent)
    {
        switch (link.Kind)
        {
            case LinkKind.NotAny:
                WriteExists("NOT EXISTS (", link, parent);
                break;
            case LinkKind.All:
                sql.Add("(");
                WriteExists("EXISTS (", link with { Filter = null, Links = [] }, parent);
                WriteExists(" AND NOT EXISTS (", link, parent);
                sql.Add(")");
                break;
            default:
                WriteExists("EXISTS (", link, parent);
                break;
        }
    }

    private void WriteExists(string begin, Link link, TableUse parent)
    {
        var (knownUses, knownJoins) = (uses.Count, joined.Count);
        var own = Declare(link);
        joined.Add(own.Use);
        sql.Add(begin).Add("SELECT 1 FROM ");
        WriteTable(own.Use);
        WriteJoins(own.Inner, own.Use);
        sql.Add(" WHERE ");
        WriteMatch(link, own.Use, parent);
        WriteFilters(link.Filter, own.Use);
        sql.Add(")");
        uses.RemoveRange(knownUses, uses.Count - knownUses);
        joined.RemoveRange(knownJoins, joined.Count - knownJoins);
    }

    private void WriteFirst(JoinedLink link, TableUse parent)
    {
        if (link.Inner.Count > 0)
        {
            throw new NotSupportedByLocalOrgException("a link inside one of type 'matchfirstrowusingcrossapply'");
        }

        var one = link.Use with { SqlAlias = link.Use.SqlAlias + "f" };
        var key = link.Use.Table.PrimaryKey.Name;
        sql.Name(link.Use.SqlAlias, key).Add(" = (SELECT ").Name(one.SqlAlias, key).Add(" FROM ");
        WriteTable(one);
        sql.Add(" WHERE ");
        WriteMatch(link.Link, one, parent);
        WriteFilters(link.Link.Filter, one);
        sql.Add(" ORDER BY ").Name(one.SqlAlias, key).Add(" LIMIT 1)");
    }

    private void WriteMatch(Link link, TableUse own, TableUse parent)
    {
        var left = own.Column(link.OwnColumn);
        var right = parent.Column(link.ParentColumn);
        if (IsId(left) != IsId(right) || (!IsId(left) && left.Type != right.Type))
        {
            throw DataFaults.MalformedQuery($"'{left.Name}' of '{own.Table.Name}' and '{right.Name}' of '{parent.Table.Name}' cannot be joined: they are of different types.");
        }

        sql.Name(own.SqlAlias, left.Name).Add(" = ").Name(parent.SqlAlias, right.Name);
    }

    private static bool IsId(Column column) => column.Type is ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner;

    private void WriteFilters(Filter? own, TableUse use)
    {
        foreach (var filter in new[] { own, context.Scope.RowsOf(use.Table) }.OfType<Filter>())
        {
            sql.Add(" AND ");
            filters.Write(filter, use);
        }
    }

    private TableUse Use(string table, string? linkAlias)
    {
        var known = context.Catalog.Tables.TryGetValue(table ?? "", out var found) ? found : throw DataFaults.UnknownTable(table ?? "");
        var use = new TableUse("t" + count++.ToString(CultureInfo.InvariantCulture), linkAlias, known);
        if (linkAlias is not null && uses.Exists(other => other.LinkAlias == linkAlias))
        {
            throw DataFaults.MalformedQuery($"the alias '{linkAlias}' is used twice.");
        }

        uses.Add(use);
        return use;
    }

    private static TableUse Find(List<TableUse> among, string alias) =>
        among.Find(use => use.LinkAlias == alias) ?? among.Find(use => use.LinkAlias is not null && use.Table.Name == alias)
        ?? throw DataFaults.MalformedQuery($"there is no link with the alias '{alias}' that may be named here.");
}
