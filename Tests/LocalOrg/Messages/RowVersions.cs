using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>Optimistic concurrency (platform-facts.md 2).</summary>
internal static class RowVersions
{
    /// <summary>Refuses a write that was decided on an older version of the row.</summary>
    public static void Check(Operation operation, string? given, Entity stored)
    {
        if (operation.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") != ConcurrencyBehavior.IfRowVersionMatches)
        {
            return;
        }

        if (string.IsNullOrEmpty(given))
        {
            throw DataFaults.VersionNotProvided();
        }

        if (given != stored.RowVersion)
        {
            throw DataFaults.VersionMismatch();
        }
    }
}
