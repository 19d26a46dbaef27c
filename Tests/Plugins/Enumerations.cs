using CrmExtensions.Local;

namespace CrmExtensions.Tests;

/// <summary>
/// How finely the tests that walk through hundreds of combinations or crash points do so: all of them in the embedded store,
/// every eleventh on PostgreSQL, where an org costs a hundred times as much.
/// </summary>
internal static class Enumerations
{
    public static int Step { get; } = new LocalOrgOptions().Backend == Backend.PostgreSql ? 11 : 1;

    /// <summary>Of the service calls at which a worker may be lost: every one, or every fourth on PostgreSQL, where each takes a second or two.</summary>
    public static int CrashStep { get; } = Step == 1 ? 1 : 4;

    /// <summary>As <see cref="Step"/>, for scripts of hundreds of service calls each of which is played to its end: every seventh, on PostgreSQL every thirty-first, or all with FAULTS=all.</summary>
    public static int FaultStep { get; } = Environment.GetEnvironmentVariable("FAULTS") == "all" ? 1 : Step == 1 ? 7 : 31;

    /// <summary>How many random days to play: fewer on PostgreSQL, for the same reason.</summary>
    public static int Days(int embedded) => Step == 1 ? embedded : embedded / 4;
}
