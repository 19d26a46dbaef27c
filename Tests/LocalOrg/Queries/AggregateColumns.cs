using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>The columns of an aggregate query: counts, sums and groups, each under the alias the query gives it.</summary>
internal sealed class AggregateColumns(Sql sql, Dialect dialect, Action<Projection> add)
{
    public void Write(IEnumerable<(TableUse Use, IReadOnlyList<Selected> Columns)> tables)
    {
        var columns = tables.SelectMany(table => table.Columns.Select(column => (table.Use, column))).ToList();
        if (columns.Count == 0)
        {
            throw DataFaults.MalformedQuery("an aggregate query needs at least one attribute.");
        }

        sql.Join(", ", columns, item => Write(item.Use, item.column));
    }

    public static void WriteGroups(Sql sql, IReadOnlyList<Projection> projections)
    {
        var groups = projections.Where(projection => projection.Function is null).ToList();
        if (groups.Count > 0)
        {
            sql.Add(" GROUP BY ").Join(", ", groups, group => sql.Name(group.Key));
        }
    }

    public static void WriteOrders(Sql sql, Dialect dialect, IReadOnlyList<Ordering> orders, IReadOnlyList<Projection> projections)
    {
        if (orders.Count > 0)
        {
            sql.Add(" ORDER BY ").Join(", ", orders, order => Write(sql, dialect, order, Known(order, projections)));
        }
    }

    private static void Write(Sql sql, Dialect dialect, Ordering order, Projection column) =>
        sql.Name(column.Key).Add(dialect.Sorted(column.Column, order.Descending));

    private static Projection Known(Ordering order, IReadOnlyList<Projection> projections) =>
        order.IsAlias && projections.FirstOrDefault(projection => projection.Key == order.Column) is { } known
            ? known
            : throw DataFaults.MalformedQuery($"an aggregate query can be sorted by the alias of one of its columns only, not '{order.Column}'.");

    private void Write(TableUse use, Selected selected)
    {
        var column = use.Column(selected.Name);
        var alias = selected.Alias ?? throw DataFaults.MalformedQuery($"'{selected.Name}' needs an alias in an aggregate query.");
        if (alias.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '_'))
        {
            throw DataFaults.MalformedQuery($"the alias '{alias}' may hold letters, digits and underscores only.");
        }

        WriteExpression(use, column, selected);
        sql.Add(" AS ").Name(alias);
        add(new Projection(alias, use.Table, column, IsAliased: true, Ordinal: 0, selected.IsGroup ? null : selected.Function));
    }

    private void WriteExpression(TableUse use, Column column, Selected selected)
    {
        switch (selected.Function)
        {
            case null when selected.IsGroup:
                sql.Name(use.SqlAlias, column.Name);
                break;
            case "count":
                sql.Add("COUNT(*)");
                break;
            case "countcolumn":
                sql.Add(selected.Distinct ? "COUNT(DISTINCT " : "COUNT(").Name(use.SqlAlias, column.Name).Add(")");
                break;
            case "sum" or "avg" or "min" or "max":
                Calculable(column);
                sql.Add(selected.Function.ToUpperInvariant()).Add("(").Name(use.SqlAlias, column.Name).Add(")");
                break;
            default:
                throw selected.Function is null
                    ? DataFaults.MalformedQuery($"'{column.Name}' must be grouped or aggregated.")
                    : new NotSupportedByLocalOrgException($"the aggregate '{selected.Function}'");
        }
    }

    private void Calculable(Column column)
    {
        if (dialect.CalculationFactor(column) is null)
        {
            throw new NotSupportedByLocalOrgException($"calculating with '{column.Name}', which has more than seven decimals");
        }
    }
}
