using System.Globalization;

namespace CrmExtensions.Calendar;

/// <summary>One roll-up period: a month, or a quarter, half or year of the fiscal calendar.</summary>
/// <param name="Grain">How long it is.</param>
/// <param name="Start">Its first day.</param>
public sealed record Period(Grain Grain, DateTime Start)
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>Its last day.</summary>
    public DateTime LastDay
    {
        get
        {
            var last = Months[Months.Count - 1].Start;
            return last.AddDays(DateTime.DaysInMonth(last.Year, last.Month) - 1);
        }
    }

    /// <summary>The key that tickets, interviews and roll-up rows carry, such as <c>month-2026-04-01</c>.</summary>
    public string Key => NameOf(Grain) + "-" + Start.ToString(DateFormat, CultureInfo.InvariantCulture);

    /// <summary>The months inside, in order; a month holds itself. The calendar ends with the year 9999, a period there too.</summary>
    public IReadOnlyList<Period> Months =>
        Enumerable.Range(0, Math.Min(MonthsIn(Grain), MonthsLeft)).Select(i => new Period(Grain.Month, Start.AddMonths(i))).ToList();

    private int MonthsLeft => ((DateTime.MaxValue.Year - Start.Year) * 12) + 13 - Start.Month;

    /// <summary>The period of <paramref name="grain"/> that holds <paramref name="date"/>, in a fiscal year that begins in <paramref name="fiscalStartMonth"/> (1-12).</summary>
    public static Period Holding(DateTime date, Grain grain, int fiscalStartMonth)
    {
        var monthsIntoYear = (date.Month - fiscalStartMonth + 12) % 12;
        var monthsIntoPeriod = monthsIntoYear % MonthsIn(grain);
        return new Period(grain, new DateTime(date.Year, date.Month, 1).AddMonths(-monthsIntoPeriod));
    }

    /// <summary>The quarter, half and year above a month; nothing above those.</summary>
    public IReadOnlyList<Period> Above(int fiscalStartMonth) =>
        Grain == Grain.Month
            ? [Holding(Start, Grain.Quarter, fiscalStartMonth), Holding(Start, Grain.Half, fiscalStartMonth), Holding(Start, Grain.Year, fiscalStartMonth)]
            : [];

    /// <summary>Whether it is one of the periods of a fiscal year that begins in <paramref name="fiscalStartMonth"/>; a month always is.</summary>
    public bool IsOf(int fiscalStartMonth) => Holding(Start, Grain, fiscalStartMonth) == this;

    /// <summary>Reads a key back.</summary>
    /// <exception cref="FormatException">The text is not a period key.</exception>
    public static Period Parse(string key) =>
        TryParse(key) ?? throw new FormatException($"'{key}' is not a roll-up period; expected something like month-2026-04-01.");

    /// <summary>Reads a key back; empty where the text is not a period key.</summary>
    public static Period? TryParse(string key)
    {
        foreach (var grain in new[] { Grain.Month, Grain.Quarter, Grain.Half, Grain.Year })
        {
            var prefix = NameOf(grain) + "-";
            if (key.StartsWith(prefix, StringComparison.Ordinal)
                && DateTime.TryParseExact(key.Substring(prefix.Length), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var start)
                && start.Day == 1)
            {
                return new Period(grain, start);
            }
        }

        return null;
    }

    private static int MonthsIn(Grain grain) => grain switch
    {
        Grain.Month => 1,
        Grain.Quarter => 3,
        Grain.Half => 6,
        _ => 12,
    };

    private static string NameOf(Grain grain) => grain switch
    {
        Grain.Month => "month",
        Grain.Quarter => "quarter",
        Grain.Half => "half",
        _ => "year",
    };
}
