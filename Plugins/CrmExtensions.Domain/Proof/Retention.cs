namespace CrmExtensions.Proof;

/// <summary>How long evidence is kept (product.md 5.4, wl_setting).</summary>
public static class Retention
{
    public const int DefaultMonths = 24;

    private const int LatestYear = 9000;

    /// <summary>Whether the last day has passed, so that what was kept is emptied.</summary>
    public static bool IsOver(DateTime? until, DateTime today) => until is { } last && last.Date < today.Date;

    /// <summary>The last day: so many months after the hearing or, without one, the close. Nobody may choose a later one.</summary>
    public static DateTime Until(DateTime heardOrClosedOn, int months = DefaultMonths)
    {
        var day = heardOrClosedOn.Date;

        // A typing error of thousands of years, but no reason to fail.
        return day.Year >= LatestYear ? day : day.AddMonths(Math.Min(Math.Max(months, 0), 12 * (LatestYear - day.Year)));
    }
}
