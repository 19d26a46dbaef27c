using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Comparing with values: equal, larger, in a list, between two, empty.</summary>
internal static class ComparisonToSql
{
    private static readonly Dictionary<ConditionOperator, string> Symbols = new()
    {
        [ConditionOperator.Equal] = " = ",
        [ConditionOperator.NotEqual] = " <> ",
        [ConditionOperator.GreaterThan] = " > ",
        [ConditionOperator.GreaterEqual] = " >= ",
        [ConditionOperator.LessThan] = " < ",
        [ConditionOperator.LessEqual] = " <= ",
    };

    // A database takes so many parameters and no more.
    private const int MostValues = 2000;

    public static bool Write(Comparand comparand)
    {
        switch (comparand.Condition.Operator)
        {
            case ConditionOperator.Null or ConditionOperator.NotNull:
                comparand.Demand(0);
                comparand.Name().Add(comparand.Condition.Operator == ConditionOperator.Null ? " IS NULL" : " IS NOT NULL");
                return true;
            case var comparison when IsOfValues(comparison) && comparand.Dialect.CalculationFactor(comparand.Column) is null:
                throw new NotSupportedByLocalOrgException($"comparing '{comparand.Column.Name}', which has more than seven decimals");
            case ConditionOperator.In or ConditionOperator.NotIn:
                WriteList(comparand);
                return true;
            case ConditionOperator.Between or ConditionOperator.NotBetween:
                WriteBetween(comparand);
                return true;
            default:
                return Symbols.TryGetValue(comparand.Condition.Operator, out var symbol) && WriteSymbol(comparand, symbol);
        }
    }

    /// <summary>Comparing two columns (Learn, fetchxml/filter-rows, filter on column values in the same row).</summary>
    public static void WriteColumns(Comparand comparand, TableUse otherUse, Column other)
    {
        var symbol = Symbols.TryGetValue(comparand.Condition.Operator, out var known)
            ? known
            : throw DataFaults.MalformedQuery($"two columns cannot be compared by {comparand.Condition.Operator}.");
        DemandSameType(comparand, otherUse, other);
        var isNot = comparand.Condition.Operator == ConditionOperator.NotEqual;
        comparand.Sql.Add(isNot ? "(" : "");
        comparand.Name().Add(symbol).Name(otherUse.SqlAlias, other.Name);
        if (isNot)
        {
            comparand.Sql.Add(" OR ");
            comparand.Name().Add(" IS NULL)");
        }
    }

    private static bool IsOfValues(ConditionOperator comparison) =>
        Symbols.ContainsKey(comparison) || comparison is ConditionOperator.In or ConditionOperator.NotIn or ConditionOperator.Between or ConditionOperator.NotBetween;

    private static void DemandSameType(Comparand comparand, TableUse otherUse, Column other)
    {
        var own = comparand.Column;
        if (KindOf(own) != KindOf(other))
        {
            throw DataFaults.MalformedQuery($"'{own.Name}' of '{comparand.Table.Name}' and '{other.Name}' of '{otherUse.Table.Name}' are of different types.");
        }

        if (own.Precision != other.Precision && own.Type is ColumnType.Decimal or ColumnType.Double or ColumnType.Money)
        {
            throw new NotSupportedByLocalOrgException($"comparing '{own.Name}' and '{other.Name}', which have different numbers of decimals");
        }
    }

    private static ColumnType KindOf(Column column) => column.Type switch
    {
        ColumnType.Memo => ColumnType.Text,
        ColumnType.State or ColumnType.Status => ColumnType.Choice,
        ColumnType.PrimaryKey or ColumnType.Lookup or ColumnType.Owner => ColumnType.Guid,
        _ => column.Type,
    };

    private static bool WriteSymbol(Comparand comparand, string symbol)
    {
        // Only equality makes sense of several choices.
        comparand.DemandType(comparand.Column.Type != ColumnType.Choices || symbol is " = " or " <> ", "columns of one value");
        var value = comparand.Single();
        if (comparand.Condition.Operator != ConditionOperator.NotEqual)
        {
            comparand.Name().Add(symbol).Value(value);
            return true;
        }

        // An empty column is "not equal" too, unlike in SQL (Sql4Cds issues 167 and 530).
        comparand.Sql.Add("(");
        comparand.Name().Add(symbol).Value(value).Add(" OR ");
        comparand.Name().Add(" IS NULL)");
        return true;
    }

    private static void WriteList(Comparand comparand)
    {
        if (comparand.Values.Count is 0 or > MostValues)
        {
            throw comparand.Values.Count == 0
                ? DataFaults.MalformedQuery($"{comparand.Condition.Operator} on '{comparand.Column.Name}' needs at least one value.")
                : DataFaults.TooManyValues();
        }

        if (comparand.Column.Type == ColumnType.Choices)
        {
            throw new NotSupportedByLocalOrgException($"{comparand.Condition.Operator} on several choices ('{comparand.Column.Name}')");
        }

        comparand.Name().Add(comparand.Condition.Operator == ConditionOperator.In ? " IN (" : " NOT IN (");
        comparand.Sql.Join(", ", comparand.Values, value => comparand.Sql.Value(comparand.Encoded(value))).Add(")");
    }

    private static void WriteBetween(Comparand comparand)
    {
        comparand.DemandType(comparand.Column.Type != ColumnType.Choices, "columns of one value");
        var values = comparand.Demand(2);
        comparand.Name().Add(comparand.Condition.Operator == ConditionOperator.Between ? " BETWEEN " : " NOT BETWEEN ")
            .Value(comparand.Encoded(values[0])).Add(" AND ").Value(comparand.Encoded(values[1]));
    }
}
