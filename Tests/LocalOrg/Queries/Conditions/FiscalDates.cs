using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>Spans of the fiscal calendar. Of several: whole years or periods before, or after, the one of today.</summary>
internal static class FiscalDates
{
    /// <summary>Those that take no value.</summary>
    public static IReadOnlyDictionary<ConditionOperator, Func<FiscalCalendar, DateTime, DateWindow>> Fixed { get; } = new Dictionary<ConditionOperator, Func<FiscalCalendar, DateTime, DateWindow>>
    {
        [ConditionOperator.LastFiscalYear] = (fiscal, today) => Years(fiscal, today, -1, 0),
        [ConditionOperator.ThisFiscalYear] = (fiscal, today) => Years(fiscal, today, 0, 1),
        [ConditionOperator.NextFiscalYear] = (fiscal, today) => Years(fiscal, today, 1, 2),
        [ConditionOperator.LastFiscalPeriod] = (fiscal, today) => Periods(fiscal, today, -1, 0),
        [ConditionOperator.ThisFiscalPeriod] = (fiscal, today) => Periods(fiscal, today, 0, 1),
        [ConditionOperator.NextFiscalPeriod] = (fiscal, today) => Periods(fiscal, today, 1, 2),
    };

    /// <summary>Those that take a number.</summary>
    public static IReadOnlyDictionary<ConditionOperator, Func<FiscalCalendar, DateTime, int, DateWindow>> Counted { get; } = new Dictionary<ConditionOperator, Func<FiscalCalendar, DateTime, int, DateWindow>>
    {
        [ConditionOperator.LastXFiscalYears] = (fiscal, today, x) => Years(fiscal, today, -x, 0),
        [ConditionOperator.NextXFiscalYears] = (fiscal, today, x) => Years(fiscal, today, 1, x + 1),
        [ConditionOperator.LastXFiscalPeriods] = (fiscal, today, x) => Periods(fiscal, today, -x, 0),
        [ConditionOperator.NextXFiscalPeriods] = (fiscal, today, x) => Periods(fiscal, today, 1, x + 1),
    };

    /// <summary>Those that name a period and a year, in this order.</summary>
    public static IReadOnlyDictionary<ConditionOperator, Func<FiscalCalendar, int, int, DateWindow>> Named { get; } = new Dictionary<ConditionOperator, Func<FiscalCalendar, int, int, DateWindow>>
    {
        [ConditionOperator.InFiscalPeriodAndYear] = (fiscal, period, year) => Periods(fiscal, fiscal.YearNamed(year), period - 1, period),
        [ConditionOperator.InOrBeforeFiscalPeriodAndYear] = (fiscal, period, year) => Periods(fiscal, fiscal.YearNamed(year), period - 1, period) with { From = null },
        [ConditionOperator.InOrAfterFiscalPeriodAndYear] = (fiscal, period, year) => Periods(fiscal, fiscal.YearNamed(year), period - 1, period) with { Before = null },
    };

    public static DateWindow Year(FiscalCalendar fiscal, int name) => Years(fiscal, fiscal.YearNamed(name), 0, 1);

    private static DateWindow Years(FiscalCalendar fiscal, DateTime today, int first, int end) => new(fiscal.YearOf(today, first), fiscal.YearOf(today, end));

    private static DateWindow Periods(FiscalCalendar fiscal, DateTime today, int first, int end) => new(fiscal.PeriodOf(today, first), fiscal.PeriodOf(today, end));
}
