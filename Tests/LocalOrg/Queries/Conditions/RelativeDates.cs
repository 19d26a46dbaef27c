using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>
/// Spans relative to now. Learn's tables (fetchxml/reference/operators; ConditionOperator) say of the last seven days that they
/// include today, and of weeks that they go from Sunday to Saturday. "Last x" goes from the beginning of the day (of hours: the
/// hour) x units ago to now, "next x" from now to the end of the day (hour) in x units, and "older than" is before "last".
/// </summary>
internal static class RelativeDates
{
    /// <summary>Those that take no value.</summary>
    public static IReadOnlyDictionary<ConditionOperator, Func<Moment, DateWindow>> Fixed { get; } = new Dictionary<ConditionOperator, Func<Moment, DateWindow>>
    {
        [ConditionOperator.Yesterday] = now => DateWindow.Days(now.Today.AddDays(-1), 1),
        [ConditionOperator.Today] = now => DateWindow.Days(now.Today, 1),
        [ConditionOperator.Tomorrow] = now => DateWindow.Days(now.Today.AddDays(1), 1),
        [ConditionOperator.Last7Days] = now => DateWindow.Days(now.Today.AddDays(-6), 7),
        [ConditionOperator.Next7Days] = now => DateWindow.Days(now.Today.AddDays(1), 7),
        [ConditionOperator.LastWeek] = now => DateWindow.Days(now.Week.AddDays(-7), 7),
        [ConditionOperator.ThisWeek] = now => DateWindow.Days(now.Week, 7),
        [ConditionOperator.NextWeek] = now => DateWindow.Days(now.Week.AddDays(7), 7),
        [ConditionOperator.LastMonth] = now => new(now.Month.AddMonths(-1), now.Month),
        [ConditionOperator.ThisMonth] = now => new(now.Month, now.Month.AddMonths(1)),
        [ConditionOperator.NextMonth] = now => new(now.Month.AddMonths(1), now.Month.AddMonths(2)),
        [ConditionOperator.LastYear] = now => new(now.Year.AddYears(-1), now.Year),
        [ConditionOperator.ThisYear] = now => new(now.Year, now.Year.AddYears(1)),
        [ConditionOperator.NextYear] = now => new(now.Year.AddYears(1), now.Year.AddYears(2)),
    };

    /// <summary>Those that take a number.</summary>
    public static IReadOnlyDictionary<ConditionOperator, Func<Moment, int, DateWindow>> Counted { get; } = new Dictionary<ConditionOperator, Func<Moment, int, DateWindow>>
    {
        [ConditionOperator.LastXHours] = (now, x) => new(now.Hour.AddHours(-x), now.End),
        [ConditionOperator.LastXDays] = (now, x) => new(now.Today.AddDays(-x), now.End),
        [ConditionOperator.LastXWeeks] = (now, x) => new(now.Today.AddDays(-7L * x), now.End),
        [ConditionOperator.LastXMonths] = (now, x) => new(now.Today.AddMonths(-x), now.End),
        [ConditionOperator.LastXYears] = (now, x) => new(now.Today.AddYears(-x), now.End),
        [ConditionOperator.NextXHours] = (now, x) => new(now.Now, now.Hour.AddHours(x + 1L)),
        [ConditionOperator.NextXDays] = (now, x) => new(now.Now, now.Today.AddDays(x + 1L)),
        [ConditionOperator.NextXWeeks] = (now, x) => new(now.Now, now.Today.AddDays((7L * x) + 1)),
        [ConditionOperator.NextXMonths] = (now, x) => new(now.Now, now.Today.AddMonths(x).AddDays(1)),
        [ConditionOperator.NextXYears] = (now, x) => new(now.Now, now.Today.AddYears(x).AddDays(1)),
        [ConditionOperator.OlderThanXMinutes] = (now, x) => new(null, now.Now.AddMinutes(-x)),
        [ConditionOperator.OlderThanXHours] = (now, x) => new(null, now.Now.AddHours(-x)),
        [ConditionOperator.OlderThanXDays] = (now, x) => new(null, now.Today.AddDays(-x)),
        [ConditionOperator.OlderThanXWeeks] = (now, x) => new(null, now.Today.AddDays(-7L * x)),
        [ConditionOperator.OlderThanXMonths] = (now, x) => new(null, now.Today.AddMonths(-x)),
        [ConditionOperator.OlderThanXYears] = (now, x) => new(null, now.Today.AddYears(-x)),
    };
}
