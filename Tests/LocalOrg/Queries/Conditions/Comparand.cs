using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>The left side of a condition, with the values it is compared with.</summary>
internal sealed record Comparand(Sql Sql, ReadContext Context, TableUse Use, Column Column, Condition Condition)
{
    public Table Table => Use.Table;

    public Dialect Dialect => Context.Dialect;

    public IReadOnlyList<object> Values => Condition.Values;

    /// <summary>Writes the column's name.</summary>
    public Sql Name() => Sql.Name(Use.SqlAlias, Column.Name);

    /// <summary>The only value, as the store keeps it.</summary>
    public object Single() => Encoded(Demand(1)[0]);

    /// <summary>A value as the store keeps it.</summary>
    public object Encoded(object value) => Dialect.Encode(Column, PlainValue.Of(Table, Column, value));

    /// <summary>The values, if they are as many as the operator takes.</summary>
    public IReadOnlyList<object> Demand(int count) => Values.Count == count
        ? Values
        : throw DataFaults.MalformedQuery($"{Condition.Operator} on '{Column.Name}' takes {Words(count)}, not {Values.Count}.");

    /// <summary>A value that is a count, a year or a number of a period.</summary>
    public int Number(int index, int least, int most)
    {
        var number = PlainValue.Whole(Table, Column, Values[index]);
        return number >= least && number <= most
            ? (int)number
            : throw DataFaults.MalformedQuery($"{Condition.Operator} on '{Column.Name}' takes a number from {least} to {most}, not {number}.");
    }

    public void DemandType(bool isRight, string expected)
    {
        if (!isRight)
        {
            throw DataFaults.MalformedQuery($"the operator {Condition.Operator} is for {expected}; '{Column.Name}' of '{Table.Name}' is of type {Column.Type}.");
        }
    }

    private static string Words(int count) => count switch
    {
        0 => "no value",
        1 => "one value",
        _ => "two values",
    };
}
