namespace CrmExtensions.Local;

/// <summary>The org's fiscal year, as an administrator sets it: it begins on the first of a month and has periods of equal length.</summary>
public sealed record FiscalCalendar
{
    private const int MonthsOfYear = 12;

    /// <summary>The month it begins in.</summary>
    public int StartMonth
    {
        get;
        init => field = value is >= 1 and <= MonthsOfYear ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A fiscal year begins in a month from 1 to 12.");
    } = 1;

    /// <summary>Months a period has: 12, 6, 3 or 1. Periods of four weeks are not modelled.</summary>
    public int MonthsOfPeriod
    {
        get;
        init => field = value is 1 or 3 or 6 or MonthsOfYear ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A fiscal period has 12, 6, 3 or 1 months.");
    } = 3;

    /// <summary>Whether a fiscal year is called after the calendar year it ends in.</summary>
    public bool NamedByEnd { get; init; }

    internal int PeriodsOfYear => MonthsOfYear / MonthsOfPeriod;

    /// <summary>What a fiscal year is called more than the calendar year it begins in.</summary>
    internal int NameOffset => NamedByEnd && StartMonth > 1 ? 1 : 0;

    /// <summary>The first day of the fiscal year that a day is in, so many years on.</summary>
    internal DateTime YearOf(DateTime day, int later) => MonthAt(Floor(MonthOf(day), MonthsOfYear) + (later * MonthsOfYear));

    /// <summary>The first day of the period that a day is in, so many periods on.</summary>
    internal DateTime PeriodOf(DateTime day, int later) => MonthAt(Floor(MonthOf(day), MonthsOfPeriod) + (later * MonthsOfPeriod));

    /// <summary>The first day of the fiscal year of a name.</summary>
    internal DateTime YearNamed(int name) => new(name - NameOffset, StartMonth, 1);

    // Months since the first fiscal year began.
    private int MonthOf(DateTime day) => (day.Year * MonthsOfYear) + day.Month - StartMonth;

    private DateTime MonthAt(int month)
    {
        var calendar = month + StartMonth - 1;
        return new DateTime(calendar / MonthsOfYear, (calendar % MonthsOfYear) + 1, 1);
    }

    private static int Floor(int month, int length) => month - (month % length);
}
