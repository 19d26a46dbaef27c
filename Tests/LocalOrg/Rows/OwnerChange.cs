using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>An owner brings a business unit, must be able to read the row, and takes the row's children along.</summary>
internal static class OwnerChange
{
    private const string Owner = "ownerid";

    public static void Fill(Operation operation, RowValues row, EntityReference missing)
    {
        if (!row.Table.IsOwned)
        {
            return;
        }

        var owner = row[Owner] as EntityReference ?? missing;
        var session = operation.Unit!.Session;
        if (owner.LogicalName == "team" && operation.Engine.Users.IsAccessTeam(owner.Id, operation.Engine.Catalog, session))
        {
            throw SecurityFaults.OwnedByAccessTeam();
        }

        row[Owner] = owner;
        row["owningbusinessunit"] = operation.Engine.Users.UnitOf(owner.Id, operation.Engine.Catalog, session) ?? throw DataFaults.NoSuchRow(owner.LogicalName, owner.Id);
        row["owninguser"] = owner.LogicalName == "systemuser" ? owner.Id : null;
        row["owningteam"] = owner.LogicalName == "team" ? owner.Id : null;
        if (owner.LogicalName == "systemuser")
        {
            operation.Engine.AccessOf(owner.Id, session).Demand(row.Table, Access.Read);
        }
    }

    /// <summary>Rows below in a parental relationship change hands with it.</summary>
    public static void Follow(Operation operation, RowValues row)
    {
        if (!row.Has(Owner))
        {
            return;
        }

        foreach (var relation in operation.Engine.Catalog.Relationships.Where(relation => relation.Referenced == row.Table.Name && relation.FollowsOwner))
        {
            var children = new RowValues(operation.Engine.TableOf(relation.Referencing));
            if (children.Table.IsOwned)
            {
                foreach (var column in new[] { Owner, "owningbusinessunit", "owninguser", "owningteam" })
                {
                    children[column] = row[column];
                }

                operation.Engine.Writer(operation.Unit!).UpdateWhere(children, relation.ReferencingColumn, operation.RowId);
            }
        }
    }
}
