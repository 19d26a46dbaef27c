using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Queries;

/// <summary>Time zones by the number that users' settings have.</summary>
internal static class TimeZoneCodes
{
    // The platform knows some 140; these are the ones our users and tests live in.
    private static readonly Dictionary<int, string> Names = new()
    {
        [4] = "Pacific Standard Time",
        [35] = "Eastern Standard Time",
        [85] = "GMT Standard Time",
        [92] = "UTC",
        [110] = "W. Europe Standard Time",
        [235] = "Tokyo Standard Time",
    };

    public static string NameOf(int code) =>
        Names.TryGetValue(code, out var known) ? known : throw new NotSupportedByLocalOrgException($"the time zone code {code}");
}
