using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>The columns of an aggregate query: counts, sums and groups, each under the alias the query gives it.</summary>
internal sealed class AggregateColumns(Sql sql, ReadContext context, ColumnsToSql columns, Query query)
{
    private readonly List<Projection> projections = [];
    private readonly Dictionary<string, TableUse> uses = [];

    public IReadOnlyList<Projection> Projections => projections;

    public void Write(IEnumerable<(TableUse Use, IReadOnlyList<Selected> Columns)> tables)
    {
        foreach (var (use, selected) in tables)
        {
            foreach (var one in selected)
            {
                Write(use, one);
            }
        }

        if (projections.Count == 0)
        {
            throw DataFaults.MalformedQuery("an aggregate query needs at least one attribute.");
        }
    }

    public void WriteGroups()
    {
        var groups = projections.Where(projection => projection.IsGroup).SelectMany(Places).ToList();
        if (groups.Count > 0)
        {
            sql.Add(" GROUP BY ").Join(", ", groups, place => sql.Add(place));
        }
    }

    public void WriteOrders()
    {
        if (query.Orders.Count > 0)
        {
            sql.Add(" ORDER BY ").Join(", ", query.Orders, order =>
            {
                WriteSorted(Named(order), order);
                sql.Add(context.Dialect.Sorted(Named(order).Column, order.Descending));
            });
        }
    }

    private void WriteSorted(Projection projection, Ordering order)
    {
        var isLabelled = projection.IsGroup && projection.Part is null && (projection.Column.HasOptions || projection.Column.Type is ColumnType.Lookup or ColumnType.Owner);
        if (isLabelled)
        {
            new SortKey(uses[projection.Key], projection.Column, order.Descending, query.RawOrder, context).Write(sql);
        }
        else
        {
            sql.Add(Place(projection.Ordinal));
        }
    }

    private Projection Named(Ordering order) =>
        (order.IsAlias ? projections.Find(projection => projection.Key == order.Column) : null)
        ?? throw DataFaults.MalformedQuery($"an aggregate query can be sorted by the alias of one of its columns only, not '{order.Column}'.");

    private static IEnumerable<string> Places(Projection group) =>
        group.TypeOrdinal > 0 ? [Place(group.Ordinal), Place(group.TypeOrdinal)] : [Place(group.Ordinal)];

    private static string Place(int ordinal) => (ordinal + 1).ToString(CultureInfo.InvariantCulture);

    private void Write(TableUse use, Selected selected)
    {
        var column = use.Column(selected.Name);
        var alias = AliasOf(selected);
        var place = columns.Next();
        WriteExpression(use, column, selected);
        var projection = new Projection(alias, use.Table, column, IsAliased: true, place, selected.IsGroup ? null : selected.Function) { Part = selected.Part };
        if (selected.IsGroup && selected.Part is null && column.Type != ColumnType.Money)
        {
            projection = columns.WithTexts(projection, use);
        }
        else if (column.Type == ColumnType.Money && selected.Function is not ("count" or "countcolumn") && query.Formatted)
        {
            projection = projection with { TextOrdinal = columns.Next() };
            new NameToSql(sql, context.Catalog).WriteBaseSign();
        }

        projections.Add(projection);
        uses[alias] = use;
    }

    private string AliasOf(Selected selected)
    {
        var alias = selected.Alias ?? throw DataFaults.MalformedQuery($"'{selected.Name}' needs an alias in an aggregate query.");
        if (alias.Length == 0 || alias.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '_'))
        {
            throw DataFaults.MalformedQuery($"the alias '{alias}' may hold letters, digits and underscores only.");
        }

        return projections.TrueForAll(projection => projection.Key != alias) ? alias : throw DataFaults.MalformedQuery($"the alias '{alias}' is used twice.");
    }

    private void WriteExpression(TableUse use, Column column, Selected selected)
    {
        switch (selected.Function)
        {
            case null when selected.IsGroup:
                WriteGroup(use, column, selected);
                break;
            case "count":
                sql.Add("COUNT(*)");
                break;
            case "countcolumn":
                sql.Add(selected.Distinct ? "COUNT(DISTINCT " : "COUNT(").Name(use.SqlAlias, column.Name).Add(")");
                break;
            case "sum" or "avg" or "min" or "max":
                Calculable(column, selected.Function);
                WriteCalculated(use, column, selected.Function);
                break;
            default:
                throw selected.Function is null
                    ? DataFaults.MalformedQuery($"'{column.Name}' must be grouped or aggregated.")
                    : new NotSupportedByLocalOrgException($"the aggregate '{selected.Function}'");
        }
    }

    // A sum of nothing but empty values is 0, and an average of whole numbers is one, cut off (Learn, fetchxml/aggregate-data, the examples).
    private void WriteCalculated(TableUse use, Column column, string function)
    {
        switch (function)
        {
            case "sum":
                sql.Add("COALESCE(SUM(").Name(use.SqlAlias, column.Name).Add("), 0)");
                break;
            case "avg" when column.IsWhole:
                sql.Add("SUM(").Name(use.SqlAlias, column.Name).Add(") / COUNT(").Name(use.SqlAlias, column.Name).Add(")");
                break;
            default:
                sql.Add(function.ToUpperInvariant()).Add("(").Name(use.SqlAlias, column.Name).Add(")");
                break;
        }
    }

    private void WriteGroup(TableUse use, Column column, Selected selected)
    {
        if (selected.Part is not { } part)
        {
            sql.Name(use.SqlAlias, column.Name);
        }
        else if (column.Type == ColumnType.DateTime)
        {
            new DateParts(sql, context).Write(use, column, part, selected.InUtc);
        }
        else
        {
            throw DataFaults.MalformedQuery($"'{column.Name}' is no date, so it cannot be grouped by a part of one.");
        }
    }

    private void Calculable(Column column, string function)
    {
        var isNumber = column.IsWhole || column.Type is ColumnType.Decimal or ColumnType.Double or ColumnType.Money;
        if (!isNumber && !(column.Type == ColumnType.DateTime && function is "min" or "max"))
        {
            throw DataFaults.MalformedQuery($"{function} cannot be calculated of '{column.Name}', which is of type {column.Type}.");
        }

        if (context.Dialect.CalculationFactor(column) is null)
        {
            throw new NotSupportedByLocalOrgException($"calculating with '{column.Name}', which has more than seven decimals");
        }
    }
}
