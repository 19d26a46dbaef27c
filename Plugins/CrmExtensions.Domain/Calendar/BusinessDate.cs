namespace CrmExtensions.Calendar;

/// <summary>Dates people work by: midnight, unspecified kind, read in the business time zone (product.md 5.2, wl_closedon).</summary>
public static class BusinessDate
{
    /// <summary>The date that <paramref name="utc"/> falls on in <paramref name="zone"/>.</summary>
    /// <remarks>1 April in Tokyo arrives as 31 March 15:00 UTC.</remarks>
    public static DateTime Of(DateTime utc, TimeZoneInfo zone)
    {
        var moment = DateTime.SpecifyKind(utc, DateTimeKind.Utc);
        return DateTime.SpecifyKind(TimeZoneInfo.ConvertTimeFromUtc(moment, zone).Date, DateTimeKind.Unspecified);
    }

    /// <summary>The moment, UTC, at which <paramref name="date"/> begins in <paramref name="zone"/>; where clocks go forward at midnight, the first that exists.</summary>
    public static DateTime Begin(DateTime date, TimeZoneInfo zone)
    {
        var moment = DateTime.SpecifyKind(date.Date, DateTimeKind.Unspecified);
        while (zone.IsInvalidTime(moment))
        {
            moment = moment.AddMinutes(15);
        }

        return TimeZoneInfo.ConvertTimeToUtc(moment, zone);
    }

    /// <summary>Counts <paramref name="days"/> working days on from <paramref name="date"/>; Saturday and Sunday do not count.</summary>
    public static DateTime AddWorkingDays(DateTime date, int days)
    {
        for (var left = days; left > 0;)
        {
            date = date.AddDays(1);
            if (date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                left--;
            }
        }

        return date;
    }
}
