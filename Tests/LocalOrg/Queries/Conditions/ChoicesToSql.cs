using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Which of several choices are among those of a row: any of the values, or none. They are kept as <c>[1,2]</c>.</summary>
internal static class ChoicesToSql
{
    private const int MostValues = 500;

    public static bool Write(Comparand comparand)
    {
        if (comparand.Condition.Operator is not (ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues))
        {
            return false;
        }

        comparand.DemandType(comparand.Column.Type == ColumnType.Choices, "several choices");
        if (comparand.Values.Count is 0 or > MostValues)
        {
            throw comparand.Values.Count == 0
                ? DataFaults.MalformedQuery($"{comparand.Condition.Operator} on '{comparand.Column.Name}' needs at least one value.")
                : DataFaults.TooManyValues();
        }

        comparand.Sql.Add(comparand.Condition.Operator == ConditionOperator.ContainValues ? "(" : "NOT (");
        comparand.Sql.Join(" OR ", comparand.Values, value => WriteOne(comparand, PlainValue.Whole(comparand.Table, comparand.Column, value).ToString(CultureInfo.InvariantCulture)));
        comparand.Sql.Add(")");
        return true;
    }

    private static void WriteOne(Comparand comparand, string number) => comparand.Sql.Join(
        " OR ",
        [$"[{number}]", $"[{number},%", $"%,{number}]", $"%,{number},%"],
        pattern => comparand.Name().Add(" LIKE ").Value(pattern));
}
