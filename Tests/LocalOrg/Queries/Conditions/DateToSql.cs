using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Conditions on days, on spans relative to now and on fiscal periods, by the user's clock; columns of dates only have no clock.</summary>
internal static class DateToSql
{
    private const int MostUnits = 100_000_000;
    private const int FirstYear = 1900;
    private const int LastYear = 9998;

    public static bool Write(Comparand comparand)
    {
        var comparison = comparand.Condition.Operator;
        if (comparison == ConditionOperator.InFiscalPeriod)
        {
            DemandDate(comparand);
            WriteFiscalPeriod(comparand);
            return true;
        }

        try
        {
            if (WindowOf(comparand) is not { } window)
            {
                return false;
            }

            WriteWindow(comparand, window, comparison == ConditionOperator.NotOn);
            return true;
        }
        catch (ArgumentOutOfRangeException)
        {
            throw DataFaults.MalformedQuery($"{comparison} on '{comparand.Column.Name}' goes beyond the calendar.");
        }
    }

    private static DateWindow? WindowOf(Comparand comparand)
    {
        var comparison = comparand.Condition.Operator;
        if (RelativeDates.Fixed.TryGetValue(comparison, out var simple))
        {
            return simple(Now(comparand, 0));
        }

        if (RelativeDates.Counted.TryGetValue(comparison, out var counted))
        {
            return counted(Now(comparand, 1), comparand.Number(0, 1, MostUnits));
        }

        return FiscalWindow(comparand) ?? DayWindow(comparand);
    }

    private static DateWindow? FiscalWindow(Comparand comparand)
    {
        var comparison = comparand.Condition.Operator;
        var fiscal = comparand.Context.Fiscal;
        if (FiscalDates.Fixed.TryGetValue(comparison, out var simple))
        {
            return simple(fiscal, Now(comparand, 0).Today);
        }

        if (FiscalDates.Counted.TryGetValue(comparison, out var counted))
        {
            return counted(fiscal, Now(comparand, 1).Today, comparand.Number(0, 1, MostUnits / 12));
        }

        if (FiscalDates.Named.TryGetValue(comparison, out var named))
        {
            Now(comparand, 2);
            return named(fiscal, comparand.Number(0, 1, fiscal.PeriodsOfYear), comparand.Number(1, FirstYear, LastYear));
        }

        return comparison == ConditionOperator.InFiscalYear && Now(comparand, 1) is not null ? FiscalDates.Year(fiscal, comparand.Number(0, FirstYear, LastYear)) : null;
    }

    private static DateWindow? DayWindow(Comparand comparand) => comparand.Condition.Operator switch
    {
        ConditionOperator.On or ConditionOperator.NotOn => DateWindow.Days(Day(comparand), 1),
        ConditionOperator.OnOrBefore => new DateWindow(null, Day(comparand).AddDays(1)),
        ConditionOperator.OnOrAfter => new DateWindow(Day(comparand), null),
        _ => null,
    };

    // The moment, once column and number of values are known to be right.
    private static Moment Now(Comparand comparand, int values)
    {
        DemandDate(comparand);
        comparand.Demand(values);
        var now = CountsHours(comparand) ? comparand.Context.Now : comparand.Context.LocalNow(comparand.Column);
        var whole = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        return new Moment(whole, comparand.Column.DateBehavior == DateBehavior.DateOnly ? whole.AddDays(1) : whole.AddSeconds(1));
    }

    private static DateTime Day(Comparand comparand)
    {
        DemandDate(comparand);
        return PlainValue.Day(comparand.Table, comparand.Column, comparand.Demand(1)[0], comparand.Context);
    }

    private static void DemandDate(Comparand comparand) => comparand.DemandType(comparand.Column.Type == ColumnType.DateTime, "dates");

    private static void WriteWindow(Comparand comparand, DateWindow window, bool isOutside)
    {
        comparand.Sql.Add("(");
        if (window.From is { } from)
        {
            comparand.Name().Add(isOutside ? " < " : " >= ").Value(Kept(comparand, from));
            comparand.Sql.Add(window.Before is null ? "" : isOutside ? " OR " : " AND ");
        }

        if (window.Before is { } before)
        {
            comparand.Name().Add(isOutside ? " >= " : " < ").Value(Kept(comparand, before));
        }

        comparand.Sql.Add(")");
    }

    private static object Kept(Comparand comparand, DateTime local) => comparand.Dialect.Encode(
        comparand.Column,
        CountsHours(comparand) ? DateTime.SpecifyKind(local, DateTimeKind.Utc) : comparand.Context.Kept(comparand.Column, local));

    // Hours pass whatever is done to the clock; days begin and end by it.
    private static bool CountsHours(Comparand comparand) => comparand.Column.DateBehavior == DateBehavior.UserLocal && comparand.Condition.Operator
        is ConditionOperator.LastXHours or ConditionOperator.NextXHours or ConditionOperator.OlderThanXHours or ConditionOperator.OlderThanXMinutes;

    private static void WriteFiscalPeriod(Comparand comparand)
    {
        comparand.Demand(1);
        var period = comparand.Number(0, 1, comparand.Context.Fiscal.PeriodsOfYear);
        comparand.Sql.Add("(");
        new DateParts(comparand.Sql, comparand.Context).WritePeriodNumber(comparand.Use, comparand.Column);
        comparand.Sql.Add(") = ").Value((long)period);
    }
}
