using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>The columns of a query's result, and those it needs besides.</summary>
internal sealed class ColumnsToSql(Sql sql, ReadContext context, bool formatted)
{
    private readonly NameToSql names = new(sql, context.Catalog);
    private readonly List<Projection> projections = [];
    private int ordinal;

    /// <summary>What users get.</summary>
    public IReadOnlyList<Projection> Projections => projections;

    /// <summary>Writes them; where the row's id is, if it has one.</summary>
    public Projection? Write(Query query, TableUse root, IReadOnlyList<JoinedLink> links)
    {
        var id = query.Distinct ? null : Select(root, root.Table.PrimaryKey, root.Table.PrimaryKey.Name, isAliased: false);
        SelectOf(root, query.AllColumns, query.Columns, id);
        foreach (var link in JoinedLink.Flatten(links))
        {
            SelectOf(link.Use, link.Link.AllColumns, link.Link.Columns, null);
        }

        return ordinal > 0 ? id : throw DataFaults.MalformedQuery("a distinct query needs at least one column.");
    }

    /// <summary>Writes what rows are sorted by, for the paging cookie and for engines that sort distinct rows only by what is selected.</summary>
    public IReadOnlyList<Projection> WriteSortKeys(SortOrder sorting) => [.. sorting.Keys.Select(key => WriteSortKey(key, sorting.IsDistinct))];

    /// <summary>Writes a comma, unless nothing stands before.</summary>
    public int Next()
    {
        sql.Add(ordinal > 0 ? ", " : "");
        return ordinal++;
    }

    /// <summary>Writes what a value is shown with, if it is to be shown.</summary>
    public Projection WithTexts(Projection projection, TableUse use)
    {
        var column = projection.Column;
        if (column.NamesItsTable)
        {
            projection = projection with { TypeOrdinal = Next() };
            sql.Name(use.SqlAlias, Schema.TypeColumn(column));
        }

        if (formatted && names.Has(use, column))
        {
            projection = projection with { TextOrdinal = Next() };
            names.Write(use, column);
        }

        return projection;
    }

    private Projection WriteSortKey(SortKey key, bool isDistinct)
    {
        var place = Next();
        if (!isDistinct)
        {
            key.WriteKept(sql);
        }
        else if (projections.Exists(projection => projection.Alias == key.Use.SqlAlias && projection.Column == key.Column))
        {
            key.Write(sql);
        }
        else
        {
            throw new NotSupportedByLocalOrgException($"distinct rows sorted by '{key.Name}', which is not among their columns");
        }

        return new Projection(key.Name, key.Use.Table, key.KeptColumn, IsAliased: true, place);
    }

    private void SelectOf(TableUse use, bool all, IReadOnlyList<Selected> columns, Projection? id)
    {
        var wanted = all ? use.Table.Columns.Values.Where(column => column.Unsupported is null).Select(column => new Selected(column.Name)) : columns;
        foreach (var selected in wanted)
        {
            var column = use.Column(selected.Name);
            if (!(ReferenceEquals(column, id?.Column) && selected.Alias is null))
            {
                var key = selected.Alias ?? (use.LinkAlias is null ? column.Name : use.LinkAlias + "." + column.Name);
                Select(use, column, key, isAliased: use.LinkAlias is not null || selected.Alias is not null);
            }
        }
    }

    private Projection Select(TableUse use, Column column, string key, bool isAliased)
    {
        var place = Next();
        sql.Name(use.SqlAlias, column.Name);
        var projection = WithTexts(new Projection(key, use.Table, column, isAliased, place) { Alias = use.SqlAlias }, use);
        projections.Add(projection);
        return projection;
    }
}
