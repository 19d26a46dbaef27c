using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Rows;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Security;

/// <summary>Every business unit has its own copy of each role, and gives its users and teams no other (PP/wp-security-cds.md).</summary>
internal static class UnitRoles
{
    /// <summary>The copies of a business unit that has just been made.</summary>
    public static void CopyTo(Operation unit)
    {
        var roles = unit.Engine.TableOf(Role.Table);
        foreach (var root in Of(unit, WellKnown.RootBusinessUnit))
        {
            unit.Engine.Writer(unit.Unit!).Insert(new RowValues(roles)
            {
                [Role.Id] = unit.Engine.NewId(),
                [Role.Name] = root.GetAttributeValue<string>(Role.Name),
                [Role.BusinessUnitId] = unit.RowId,
                [Role.ParentRootRoleId] = root.Id,
            });
        }
    }

    /// <summary>Refuses a role of another unit than that of whom it is given to.</summary>
    public static void DemandSameUnit(Operation operation, EntityReference given)
    {
        if (given.LogicalName != Role.Table)
        {
            return;
        }

        var engine = operation.Engine;
        var session = operation.Unit!.Session;
        if (engine.Users.IsAccessTeam(operation.RowId, engine.Catalog, session))
        {
            throw SecurityFaults.RoleForAccessTeam();
        }

        var role = engine.QueriesAsSystem(session).Find(Role.Table, given.Id, new ColumnSet(Role.BusinessUnitId)) ?? throw DataFaults.NoSuchRow(Role.Table, given.Id);
        if (role.GetAttributeValue<EntityReference>(Role.BusinessUnitId)?.Id != engine.Users.UnitOf(operation.RowId, engine.Catalog, session))
        {
            throw new NotSupportedByLocalOrgException($"giving a {operation.Table} a role of another business unit: Dataverse refuses it unless the organisation allows ownership across units");
        }
    }

    private static DataCollection<Entity> Of(Operation operation, Guid unit) => operation.Engine.QueriesAsSystem(operation.Unit!.Session).Run(new Queries.Query
    {
        Table = Role.Table,
        AllColumns = true,
        Filter = new Group(IsOr: false, [new Condition(null, Role.BusinessUnitId, ConditionOperator.Equal, [unit])]),
    }).Entities;
}
