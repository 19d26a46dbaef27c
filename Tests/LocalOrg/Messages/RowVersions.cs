using System.Globalization;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

/// <summary>
/// Optimistic concurrency (platform-facts.md 2). The version is a condition of the statement that writes, so that it holds
/// against transactions at the same time too.
/// </summary>
internal static class RowVersions
{
    /// <summary>The version the row must still have; empty for any.</summary>
    public static long? Wanted(Operation operation, string? given)
    {
        if (operation.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") != ConcurrencyBehavior.IfRowVersionMatches)
        {
            return null;
        }

        if (!operation.Metadata.Columns.ContainsKey(WriteTexts.Version))
        {
            throw DataFaults.VersionNotKept(operation.Table);
        }

        if (string.IsNullOrEmpty(given))
        {
            throw DataFaults.VersionNotProvided();
        }

        return long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : throw DataFaults.VersionMismatch();
    }

    /// <summary>Why a statement found no row to write: another transaction has deleted or changed it since it was read.</summary>
    public static Exception Changed(Operation operation) =>
        operation.Engine.QueriesAsSystem(operation.Unit!.Session).Find(operation.Table, operation.RowId, new ColumnSet(false)) is null
            ? DataFaults.NoSuchRow(operation.Table, operation.RowId)
            : DataFaults.VersionMismatch();
}
