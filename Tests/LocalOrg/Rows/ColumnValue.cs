using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Queries;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>From what a caller sends to what is kept: the right type, inside the column's bounds.</summary>
internal static class ColumnValue
{
    private static readonly DateTime Earliest = new(1753, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The plain value; null for empty.</summary>
    public static object? Checked(Table table, Column column, object? value)
    {
        if (value is null or "")
        {
            return null;
        }

        DemandModelled(column);
        return column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => Text(table, column, value),
            ColumnType.Integer or ColumnType.BigInteger or ColumnType.Decimal or ColumnType.Double or ColumnType.Money => Number(table, column, value),
            ColumnType.Boolean => Is<bool>(table, column, value),
            ColumnType.DateTime => Time(table, column, Is<DateTime>(table, column, value)),
            ColumnType.Choices => Choices(table, column, Is<OptionSetValueCollection>(table, column, value)),
            ColumnType.Lookup or ColumnType.Owner => Pointed(column, Reference(table, column, Is<EntityReference>(table, column, value))),
            _ => column.HasOptions ? Option(table, column, Is<OptionSetValue>(table, column, value).Value) : Is<Guid>(table, column, value),
        };
    }

    private static void DemandModelled(Column column)
    {
        if (column.Unsupported is { } what)
        {
            throw new NotSupportedByLocalOrgException($"{what} ('{column.Name}')");
        }
    }

    private static object Pointed(Column column, EntityReference reference) => column.NamesItsTable ? reference : reference.Id;

    private static object Number(Table table, Column column, object value) => column.Type switch
    {
        ColumnType.Integer => Whole(table, column, Is<int>(table, column, value)),
        ColumnType.BigInteger => Big(table, column, Is<long>(table, column, value)),
        ColumnType.Decimal => Amount(table, column, Is<decimal>(table, column, value)),
        ColumnType.Double => Amount(table, column, Exact(table, column, Is<double>(table, column, value))),
        _ => Amount(table, column, Is<Money>(table, column, value).Value),
    };

    private static T Is<T>(Table table, Column column, object value) =>
        value is T right ? right : throw DataFaults.WrongType(table.Name, column.Name, value, typeof(T).Name);

    private static string Text(Table table, Column column, object value)
    {
        var text = Is<string>(table, column, value);
        return text.Length <= column.MaxLength ? text : throw DataFaults.TooLong(table.Name, column.Name, column.MaxLength);
    }

    private static int Whole(Table table, Column column, int number) =>
        number >= column.Minimum && number <= column.Maximum ? number : throw DataFaults.WholeOutOfRange(table.Name, column.Name, number);

    private static long Big(Table table, Column column, long number) =>
        number >= column.Minimum && number <= column.Maximum ? number : throw DataFaults.WholeOutOfRange(table.Name, column.Name, number);

    // Bounds of a float column are far inside those of a decimal (solution-anatomy.md 4.3); what is no number is outside too.
    private static decimal Exact(Table table, Column column, double number) =>
        Math.Abs(number) < (double)decimal.MaxValue ? (decimal)number : throw DataFaults.OutOfRange(table.Name, column.Name, number);

    // More digits than the column has are rounded, not refused.
    private static decimal Amount(Table table, Column column, decimal amount) =>
        amount >= column.Minimum && amount <= column.Maximum
            ? Math.Round(amount, column.Precision, MidpointRounding.AwayFromZero)
            : throw DataFaults.OutOfRange(table.Name, column.Name, amount.ToString(CultureInfo.InvariantCulture));

    // The platform keeps whole seconds.
    private static DateTime Time(Table table, Column column, DateTime time)
    {
        if (time < Earliest)
        {
            throw DataFaults.TooEarly(table.Name, column.Name, time);
        }

        var utc = column.DateBehavior == DateBehavior.UserLocal ? PlainValue.Utc(time) : time;
        return column.DateBehavior == DateBehavior.DateOnly ? utc.Date : utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
    }

    private static int Option(Table table, Column column, int value) =>
        column.Options.Any(option => option.Value == value)
            ? value
            : throw DataFaults.UnknownOption(table.Name, column.Name, value, column.Options.Select(option => option.Value));

    // No choice at all is no value.
    private static string? Choices(Table table, Column column, OptionSetValueCollection values) =>
        values.Count == 0 ? null : ChoiceList.Text(values.Select(value => Option(table, column, value.Value)));

    private static EntityReference Reference(Table table, Column column, EntityReference reference) =>
        reference.KeyAttributes.Count > 0 && reference.Id == Guid.Empty
            ? throw new NotSupportedByLocalOrgException($"a lookup by alternate key ('{column.Name}')")
            : column.Targets.Contains(reference.LogicalName)
                ? reference
                : throw DataFaults.WrongType(table.Name, column.Name, reference.LogicalName, string.Join(" or ", column.Targets));
}
