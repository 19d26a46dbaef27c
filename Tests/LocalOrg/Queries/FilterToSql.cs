using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>Conditions as SQL. Names come from metadata and values are parameters, so no text of a caller becomes SQL.</summary>
internal sealed class FilterToSql(Sql sql, Dialect dialect, Guid userId, Func<string, TableUse> linked)
{
    public void Write(Filter filter, TableUse own)
    {
        if (filter is not Group group)
        {
            Write((Condition)filter, own);
        }
        else if (group.Parts.Count == 0)
        {
            sql.Add("1=1");
        }
        else
        {
            sql.Add("(").Join(group.IsOr ? " OR " : " AND ", group.Parts, part => Write(part, own)).Add(")");
        }
    }

    private void Write(Condition condition, TableUse own)
    {
        var use = condition.LinkAlias is null ? own : linked(condition.LinkAlias);
        var column = use.Column(condition.Column);
        var values = condition.Values.Select(value => Encode(use.Table, column, value)).ToList();
        var name = new ColumnName(sql, use, column);
        if (!WriteEquality(condition.Operator, name, values) && !WritePattern(condition.Operator, name, values) && !WriteList(condition.Operator, name, values))
        {
            throw new NotSupportedByLocalOrgException($"the condition operator {condition.Operator}");
        }
    }

    private bool WriteEquality(ConditionOperator comparison, ColumnName name, List<object> values)
    {
        switch (comparison)
        {
            case ConditionOperator.Null:
                name.Write().Add(" IS NULL");
                return true;
            case ConditionOperator.NotNull:
                name.Write().Add(" IS NOT NULL");
                return true;
            case ConditionOperator.EqualUserId:
                name.Write().Add(" = ").Value(dialect.Encode(name.Column, userId));
                return true;
            case ConditionOperator.NotEqualUserId:
                WriteNotEqual(name, dialect.Encode(name.Column, userId));
                return true;
            case ConditionOperator.NotEqual:
                WriteNotEqual(name, Single(values, name.Column));
                return true;
            default:
                return WriteComparison(comparison, name, values);
        }
    }

    // An empty column is "not equal" too, unlike in SQL (Sql4Cds issues 167 and 530).
    private void WriteNotEqual(ColumnName name, object value)
    {
        sql.Add("(");
        name.Write().Add(" <> ").Value(value).Add(" OR ");
        name.Write().Add(" IS NULL)");
    }

    private static bool WriteComparison(ConditionOperator comparison, ColumnName name, List<object> values)
    {
        var symbol = comparison switch
        {
            ConditionOperator.Equal => " = ",
            ConditionOperator.GreaterThan => " > ",
            ConditionOperator.GreaterEqual => " >= ",
            ConditionOperator.LessThan => " < ",
            ConditionOperator.LessEqual => " <= ",
            _ => null,
        };
        if (symbol is null)
        {
            return false;
        }

        name.Write().Add(symbol).Value(Single(values, name.Column));
        return true;
    }

    private bool WritePattern(ConditionOperator comparison, ColumnName name, List<object> values)
    {
        if (!Patterns.TryGetValue(comparison, out var pattern))
        {
            return false;
        }

        var text = Single(values, name.Column) as string ?? throw DataFaults.WrongType(name.Use.Table.Name, name.Column.Name, values[0], "text");
        if (text.Contains('[', StringComparison.Ordinal))
        {
            throw new NotSupportedByLocalOrgException("character sets in brackets in a like pattern");
        }

        name.Write().Add(pattern.IsNegative ? " NOT LIKE " : " LIKE ").Value(pattern.Before + text + pattern.After).Add(dialect.LikeSuffix);
        return true;
    }

    private bool WriteList(ConditionOperator comparison, ColumnName name, List<object> values)
    {
        switch (comparison)
        {
            case ConditionOperator.In or ConditionOperator.NotIn when values.Count == 0:
                throw DataFaults.MalformedQuery($"{comparison} on '{name.Column.Name}' needs at least one value.");
            case ConditionOperator.In or ConditionOperator.NotIn:
                name.Write().Add(comparison == ConditionOperator.In ? " IN (" : " NOT IN (").Join(", ", values, value => sql.Value(value)).Add(")");
                return true;
            case ConditionOperator.Between or ConditionOperator.NotBetween when values.Count == 2:
                name.Write().Add(comparison == ConditionOperator.Between ? " BETWEEN " : " NOT BETWEEN ").Value(values[0]).Add(" AND ").Value(values[1]);
                return true;
            case ConditionOperator.Between or ConditionOperator.NotBetween:
                throw DataFaults.MalformedQuery($"{comparison} on '{name.Column.Name}' needs two values.");
            default:
                return false;
        }
    }

    private static object Single(List<object> values, Column column) =>
        values.Count == 1 ? values[0] : throw DataFaults.MalformedQuery($"the condition on '{column.Name}' needs one value, not {values.Count}.");

    private object Encode(Table table, Column column, object value)
    {
        var plain = PlainValue.Of(table, column, value);
        if (plain is DateTime time && column.DateBehavior == DateBehavior.DateOnly)
        {
            plain = time.Date;
        }

        return dialect.Encode(column, plain);
    }

    private sealed record Pattern(string Before, string After, bool IsNegative);

    private static Dictionary<ConditionOperator, Pattern> Patterns { get; } = new()
    {
        [ConditionOperator.Like] = new("", "", false),
        [ConditionOperator.NotLike] = new("", "", true),
        [ConditionOperator.BeginsWith] = new("", "%", false),
        [ConditionOperator.DoesNotBeginWith] = new("", "%", true),
        [ConditionOperator.EndsWith] = new("%", "", false),
        [ConditionOperator.DoesNotEndWith] = new("%", "", true),
    };

    private sealed record ColumnName(Sql Sql, TableUse Use, Column Column)
    {
        public Sql Write() => Sql.Name(Use.SqlAlias, Column.Name);
    }
}
