using System.Globalization;
using CrmExtensions.Calendar;

namespace CrmExtensions.Folding;

/// <summary>Which periods are meant: those that hold a day from the first to the last; without bounds all.</summary>
public sealed record PeriodRange(DateTime? First, DateTime? Last)
{
    public bool Holds(Period period) => !(period.LastDay < First) && !(period.Start > Last);

    /// <summary>The first day that a text means, a date (yyyy-MM-dd) or the key of a period; empty where it is neither.</summary>
    public static DateTime? FirstDay(string text) => Period.TryParse(text)?.Start ?? Day(text);

    /// <summary>The last day that a text means.</summary>
    public static DateTime? LastDay(string text) => Period.TryParse(text)?.LastDay ?? Day(text);

    private static DateTime? Day(string text) =>
        DateTime.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
