using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>Who reads, when and where: what a query means depends on it.</summary>
internal sealed class ReadContext(Catalog catalog, Dialect dialect, IReadScope scope, LocalOrgOptions options)
{
    private DateTime? now;
    private TimeZoneInfo? zone;

    public Catalog Catalog => catalog;

    public Dialect Dialect => dialect;

    public IReadScope Scope => scope;

    /// <summary>The language of labels.</summary>
    public int Language => options.Language;

    public FiscalCalendar Fiscal => options.Fiscal;

    /// <summary>The moment, UTC; the same for the whole query.</summary>
    public DateTime Now => now ??= PlainValue.Utc(options.Clock());

    /// <summary>The user's time zone.</summary>
    public TimeZoneInfo Zone => zone ??= TimeZoneInfo.FindSystemTimeZoneById(scope.TimeZoneCode is { } code ? TimeZoneCodes.NameOf(code) : options.TimeZone);

    /// <summary>The language the user has chosen.</summary>
    public int UserLanguage => scope.Language ?? options.Language;

    /// <summary>The moment by the clock that a column's dates are kept by.</summary>
    public DateTime LocalNow(Column column)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(Now, Zone);
        return column.DateBehavior == DateBehavior.DateOnly ? local.Date : local;
    }

    /// <summary>A time of the user's clock as a column keeps it.</summary>
    public DateTime Kept(Column column, DateTime local)
    {
        var plain = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (column.DateBehavior != DateBehavior.UserLocal)
        {
            return DateTime.SpecifyKind(plain, DateTimeKind.Utc);
        }

        // Where the clock is put forward the hour that is left out begins the next.
        return TimeZoneInfo.ConvertTimeToUtc(Zone.IsInvalidTime(plain) ? plain.AddHours(1) : plain, Zone);
    }
}
