using System.Globalization;
using CrmExtensions.Calendar;

namespace CrmExtensions.Insights;

/// <summary>When a deal was closed, as coarsely as its card tells it, in both languages.</summary>
public static class CardPeriod
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>A month as <c>2026年6月 / June 2026</c>, a half of the fiscal year as <c>2026年度上期 / H1 FY2026</c>.</summary>
    /// <remarks>A fiscal year is called after the calendar year it begins in, as in Japan (product.md 2).</remarks>
    public static string LabelOf(Period period, int fiscalStartMonth)
    {
        var start = period.Start;
        if (period.Grain == Grain.Month)
        {
            return FormattableString.Invariant($"{start.Year}年{start.Month}月 / ") + start.ToString("MMMM yyyy", English);
        }

        var year = Period.Holding(start, Grain.Year, fiscalStartMonth).Start.Year;
        return period.Grain switch
        {
            Grain.Half when start.Month == fiscalStartMonth => FormattableString.Invariant($"{year}年度上期 / H1 FY{year}"),
            Grain.Half => FormattableString.Invariant($"{year}年度下期 / H2 FY{year}"),
            _ => FormattableString.Invariant($"{year}年度 / FY{year}"),
        };
    }
}
