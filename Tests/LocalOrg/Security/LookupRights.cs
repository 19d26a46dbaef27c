using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Security;

/// <summary>
/// Pointing from one row to another takes the right to append the one and to append to the other: Append on the side that
/// has the lookup, Append To on the side it points to (PP/security-roles-privileges.md).
/// </summary>
internal static class LookupRights
{
    /// <summary>Refuses lookups that the caller of a message may not set.</summary>
    /// <param name="operation">The message; what the platform does by itself is not asked.</param>
    /// <param name="sent">What the caller sent.</param>
    /// <param name="pointing">Who owns the row that points.</param>
    public static void Demand(Operation operation, Entity sent, Entity pointing)
    {
        var access = operation.Access;
        var table = operation.Metadata;
        var isNew = operation.Message == "Create";
        var mayAppend = false;
        foreach (var (name, value) in sent.Attributes)
        {
            if (value is not EntityReference pointed || !table.Columns.TryGetValue(name, out var column) || !IsLookup(column, isNew))
            {
                continue;
            }

            if (!mayAppend)
            {
                access.Demand(table, pointing, Access.Append);
                mayAppend = true;
            }

            DemandAppendTo(operation, access, pointed);
        }
    }

    /// <summary>Refuses to point to a row the caller may not append to.</summary>
    public static void DemandAppendTo(Operation operation, RowAccess access, EntityReference pointed)
    {
        var table = operation.Engine.TableOf(pointed.LogicalName);
        if (access.Demand(table, Access.AppendTo).IsEverywhere || table.Ownership == Ownership.Organization)
        {
            return;
        }

        // One that is not there is refused when the row is written.
        if (operation.Engine.QueriesAsSystem(operation.Unit!.Session).Find(table.Name, pointed.Id, new ColumnSet(true)) is { } row)
        {
            access.Demand(table, row, Access.AppendTo);
        }
    }

    private static bool IsLookup(Column column, bool isNew) =>
        column.Type == ColumnType.Lookup && (isNew ? column.ValidForCreate : column.ValidForUpdate);
}
