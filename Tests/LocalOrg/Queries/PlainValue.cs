using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Rows;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Queries;

/// <summary>What a column is compared with, as the plain value the store takes: from SDK values and from the texts of FetchXML.</summary>
internal static class PlainValue
{
    // As much as any money column holds; decimals, with up to seven digits after the point, hold less.
    private const decimal LargestAmount = 922_337_203_685_477m;

    public static object Of(Table table, Column column, object? value)
    {
        var plain = Unwrapped(value) ?? throw DataFaults.MalformedQuery($"the condition on '{column.Name}' compares with nothing; ask for null instead.");
        return column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => plain as string ?? throw Wrong(table, column, plain, "text"),
            ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner => Id(table, column, plain),
            ColumnType.Boolean => Flag(table, column, plain),
            ColumnType.Decimal or ColumnType.Money or ColumnType.Double => Amount(table, column, plain),
            ColumnType.DateTime => Time(table, column, plain),
            ColumnType.BigInteger => Whole(table, column, plain),
            ColumnType.Choices => ChoiceList.Text([Small(table, column, plain)]),
            _ => Small(table, column, plain),
        };
    }

    /// <summary>A whole number.</summary>
    public static long Whole(Table table, Column column, object? value) => Unwrapped(value) switch
    {
        int number => number,
        long number => number,
        string text when long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        decimal number when number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue => (long)number,
        var other => throw Wrong(table, column, other, "a whole number"),
    };

    /// <summary>A day by the user's clock: the date that was given, or that of the moment that was given.</summary>
    public static DateTime Day(Table table, Column column, object? value, ReadContext context)
    {
        var time = Unwrapped(value) switch
        {
            DateTime given => given,
            string text => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var parsed) ? parsed : throw DataFaults.MalformedDate(text),
            var other => throw Wrong(table, column, other, "a date"),
        };
        return time.Kind == DateTimeKind.Unspecified || column.DateBehavior != DateBehavior.UserLocal
            ? time.Date
            : TimeZoneInfo.ConvertTimeFromUtc(time.ToUniversalTime(), context.Zone).Date;
    }

    /// <summary>A moment as UTC: what has no kind is taken to be UTC already, as the organization service does.</summary>
    public static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static object? Unwrapped(object? value) => value switch
    {
        OptionSetValue choice => choice.Value,
        EntityReference reference => reference.Id,
        Money money => money.Value,
        Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        short or byte => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < (double)LargestAmount => (decimal)number,
        _ => value,
    };

    private static Guid Id(Table table, Column column, object value) => value switch
    {
        Guid id => id,
        string text when Guid.TryParse(text, out var id) => id,
        _ => throw Wrong(table, column, value, "a Guid"),
    };

    private static bool Flag(Table table, Column column, object value) => value switch
    {
        bool flag => flag,
        0 or "0" => false,
        1 or "1" => true,
        string text when bool.TryParse(text, out var flag) => flag,
        _ => throw Wrong(table, column, value, "yes or no"),
    };

    private static decimal Amount(Table table, Column column, object value)
    {
        var amount = value switch
        {
            decimal number => number,
            int number => number,
            long number => number,
            string text when decimal.TryParse(text, CultureInfo.InvariantCulture, out var number) => number,
            _ => throw Wrong(table, column, value, "a number"),
        };
        return Math.Abs(amount) <= (column.Precision > 4 ? LargestAmount / 1000 : LargestAmount) ? amount : throw DataFaults.OutOfRange(table.Name, column.Name, amount);
    }

    private static DateTime Time(Table table, Column column, object value)
    {
        var time = value switch
        {
            DateTime given => Utc(given),
            string text => DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var parsed)
                ? parsed
                : throw DataFaults.MalformedDate(text),
            _ => throw Wrong(table, column, value, "a date"),
        };
        return column.DateBehavior == DateBehavior.DateOnly ? time.Date : time;
    }

    private static int Small(Table table, Column column, object value)
    {
        var number = Whole(table, column, value);
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Wrong(table, column, value, "a whole number");
    }

    private static Exception Wrong(Table table, Column column, object? value, string expected) =>
        DataFaults.WrongType(table.Name, column.Name, value ?? "nothing", expected);
}
