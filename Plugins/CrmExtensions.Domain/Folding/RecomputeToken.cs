using System.Globalization;
using CrmExtensions.Calendar;

namespace CrmExtensions.Folding;

/// <summary>
/// Where a recompute goes on: after a period (<c>month-2026-04-01</c>), or with it again (<c>month-2026-04-01+Data</c>,
/// <c>month-2026-04-01+20260511T010000Z</c>).
/// </summary>
/// <param name="Period">The last one folded.</param>
/// <param name="Again">Where rows of it are left to write.</param>
public sealed record RecomputeToken(Period Period, Unfinished? Again)
{
    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    public override string ToString() => Period.Key + (
        Again is null ? ""
        : "+" + (Again.AsOf?.ToString(Moment, CultureInfo.InvariantCulture) ?? Again.Cause.ToString()));

    /// <summary>Reads a token back; empty where the text is none.</summary>
    public static RecomputeToken? TryParse(string text)
    {
        var parts = text.Split('+');
        if (Period.TryParse(parts[0]) is not { } period || parts.Length > 2)
        {
            return null;
        }

        var again = parts.Length == 1 ? null : Read(parts[1]);
        return parts.Length == 2 && again is null ? null : new RecomputeToken(period, again);
    }

    private static Unfinished? Read(string text)
    {
        if (DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var asOf))
        {
            return new Unfinished(StaleCause.None, asOf);
        }

        foreach (StaleCause cause in Enum.GetValues(typeof(StaleCause)))
        {
            if (cause != StaleCause.None && cause.ToString() == text)
            {
                return new Unfinished(cause, null);
            }
        }

        return null;
    }
}
