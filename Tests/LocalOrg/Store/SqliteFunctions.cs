using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Local.Store;

/// <summary>What SQLite lacks: time zones and regular expressions.</summary>
internal static class SqliteFunctions
{
    public const string DatePart = "localorg_datepart";

    private const int DaysOfWeek = 7;

    public static void Register(SqliteConnection connection)
    {
        connection.CreateFunction<string, string?, bool?>("regexp", Matches, isDeterministic: true);
        connection.CreateFunction<long?, int, string, long?>(DatePart, Part, isDeterministic: true);
    }

    private static bool? Matches(string pattern, string? text) => text is null
        ? null
        : Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static long? Part(long? seconds, int part, string zone)
    {
        if (seconds is null)
        {
            return null;
        }

        var utc = new DateTime(seconds.Value * TimeSpan.TicksPerSecond, DateTimeKind.Utc);
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return (Store.DatePart)part switch
        {
            Store.DatePart.Day => local.Day,
            Store.DatePart.Week => Week(local),
            Store.DatePart.Month => local.Month,
            Store.DatePart.Quarter => ((local.Month - 1) / 3) + 1,
            Store.DatePart.Year => local.Year,
            _ => (local.Year * 12L) + local.Month - 1,
        };
    }

    private static int Week(DateTime day) =>
        ((day.DayOfYear - 1 + (int)new DateTime(day.Year, 1, 1).DayOfWeek) / DaysOfWeek) + 1;
}
