using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Queries;

/// <summary>What a column is compared with, as the plain value the store takes: from SDK values and from the texts of FetchXML.</summary>
internal static class PlainValue
{
    public static object Of(Table table, Column column, object value) => value switch
    {
        OptionSetValue choice => choice.Value,
        EntityReference reference => reference.Id,
        Money money => money.Value,
        Enum => Convert.ToInt32(value, CultureInfo.InvariantCulture),
        _ when column.Type == ColumnType.Choices => throw new NotSupportedByLocalOrgException($"a condition on several choices ('{column.Name}')"),
        string text => FromText(table, column, text),
        DateTime time => Utc(time),
        int number when column.Type is ColumnType.Decimal or ColumnType.Money or ColumnType.Double => (decimal)number,
        int number when column.Type == ColumnType.Boolean => number != 0,
        double number => (decimal)number,
        _ => value,
    };

    /// <summary>A moment as UTC: what has no kind is taken to be UTC already, as the organization service does.</summary>
    public static DateTime Utc(DateTime time) => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc);

    private static object FromText(Table table, Column column, string text) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => text,
        ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner => Parsed<Guid>(table, column, text, "a Guid"),
        ColumnType.Boolean => text is "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase),
        ColumnType.Decimal or ColumnType.Money or ColumnType.Double => Parsed<decimal>(table, column, text, "a number"),
        ColumnType.DateTime => Time(table, column, text),
        ColumnType.BigInteger => Parsed<long>(table, column, text, "a whole number"),
        _ => Parsed<int>(table, column, text, "a whole number"),
    };

    private static object Parsed<T>(Table table, Column column, string text, string expected)
        where T : IParsable<T> =>
        T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : throw DataFaults.WrongType(table.Name, column.Name, text, expected);

    private static object Time(Table table, Column column, string text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw DataFaults.WrongType(table.Name, column.Name, text, "a date");
}
