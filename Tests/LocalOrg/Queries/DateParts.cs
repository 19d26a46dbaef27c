using System.Globalization;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>Parts of a date as SQL.</summary>
internal sealed class DateParts(Sql sql, ReadContext context)
{
    private const string MonthsOfYear = "12";

    /// <summary>The number that rows are grouped by; a fiscal period is year and period as one number: 202603.</summary>
    public void Write(TableUse use, Column column, DateGrouping grouping, bool inUtc)
    {
        switch (grouping)
        {
            case DateGrouping.FiscalYear:
                WriteFiscalYear(use, column, inUtc);
                break;
            case DateGrouping.FiscalPeriod:
                sql.Add("(");
                WriteFiscalYear(use, column, inUtc);
                sql.Add(") * 100 + ");
                WritePeriodNumber(use, column, inUtc);
                break;
            default:
                WritePart(use, column, PartOf(grouping), inUtc);
                break;
        }
    }

    /// <summary>The period's number in its year, from 1.</summary>
    public void WritePeriodNumber(TableUse use, Column column, bool inUtc = false)
    {
        sql.Add("((");
        WriteMonth(use, column, inUtc);
        sql.Add(") % ").Add(MonthsOfYear).Add(") / ").Add(Text(context.Fiscal.MonthsOfPeriod)).Add(" + 1");
    }

    private void WriteFiscalYear(TableUse use, Column column, bool inUtc)
    {
        sql.Add("(");
        WriteMonth(use, column, inUtc);
        sql.Add(") / ").Add(MonthsOfYear).Add(" + ").Add(Text(context.Fiscal.NameOffset));
    }

    // Months since the first fiscal year began.
    private void WriteMonth(TableUse use, Column column, bool inUtc)
    {
        WritePart(use, column, DatePart.MonthCount, inUtc);
        sql.Add(" - ").Add(Text(context.Fiscal.StartMonth - 1));
    }

    private void WritePart(TableUse use, Column column, DatePart part, bool inUtc)
    {
        var zone = inUtc || column.DateBehavior != DateBehavior.UserLocal ? TimeZoneInfo.Utc : context.Zone;
        context.Dialect.WriteDatePart(sql, part, zone, use.SqlAlias, column);
    }

    private static DatePart PartOf(DateGrouping grouping) => grouping switch
    {
        DateGrouping.Day => DatePart.Day,
        DateGrouping.Week => DatePart.Week,
        DateGrouping.Month => DatePart.Month,
        DateGrouping.Quarter => DatePart.Quarter,
        _ => DatePart.Year,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
