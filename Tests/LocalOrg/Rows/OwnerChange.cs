using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Filter = CrmExtensions.Local.Queries.Filter;

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
    public static void Follow(Operation operation, RowValues row, Entity before)
    {
        if (row.Has(Owner))
        {
            Follow(operation, row, operation.RowId, before.GetAttributeValue<EntityReference>(Owner)!, [operation.RowId]);
        }
    }

    private static void Follow(Operation operation, RowValues row, Guid id, EntityReference oldOwner, HashSet<Guid> seen)
    {
        var engine = operation.Engine;
        foreach (var relation in engine.Catalog.Relationships.Where(relation => relation.Referenced == row.Table.Name && relation.OnAssign != AssignCascade.NoCascade))
        {
            var children = engine.TableOf(relation.Referencing);
            foreach (var child in children.IsOwned ? Below(operation, relation, children, id, oldOwner) : [])
            {
                if (seen.Add(child))
                {
                    var change = Handed(row, children);
                    change.SetIfKnown(WriteTexts.Version, engine.Numbers.NextVersion());
                    engine.Writer(operation.Unit!).Update(change, child);
                    Follow(operation, change, child, oldOwner, seen);
                }
            }
        }
    }

    private static RowValues Handed(RowValues row, Table table)
    {
        var change = new RowValues(table);
        foreach (var column in new[] { Owner, "owningbusinessunit", "owninguser", "owningteam" })
        {
            change[column] = row[column];
        }

        return change;
    }

    private static List<Guid> Below(Operation operation, Metadata.Relationship relation, Table children, Guid id, EntityReference oldOwner)
    {
        List<Filter> conditions = [new Condition(null, relation.ReferencingColumn, ConditionOperator.Equal, [id])];
        if (relation.OnAssign == AssignCascade.UserOwned)
        {
            conditions.Add(new Condition(null, Owner, ConditionOperator.Equal, [oldOwner.Id]));
        }
        else if (relation.OnAssign == AssignCascade.ActiveOnly && children.HasState)
        {
            conditions.Add(new Condition(null, "statecode", ConditionOperator.Equal, [children.Columns["statecode"].Options[0].Value]));
        }

        var rows = operation.Engine.QueriesAsSystem(operation.Unit!.Session).Run(new Query { Table = children.Name, Filter = new Group(IsOr: false, conditions), Top = int.MaxValue });
        return [.. rows.Entities.Select(row => row.Id)];
    }
}
