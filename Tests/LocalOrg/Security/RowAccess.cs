using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Queries;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Filter = CrmExtensions.Local.Queries.Filter;

namespace CrmExtensions.Local.Security;

/// <summary>What one user may see and do (platform-facts.md 4).</summary>
internal sealed class RowAccess(Principal principal) : IReadScope
{
    private const string OwnerColumn = "ownerid";
    private const string UnitColumn = "owningbusinessunit";

    // Labels of choices are metadata, which everybody may read.
    private static readonly HashSet<string> Open = ["stringmap"];

    public Guid UserId => principal.Id;

    public bool SeesEverything => principal.IsUnlimited;

    public Filter? RowsOf(Table table)
    {
        if (principal.IsUnlimited || table.IsIntersect || Open.Contains(table.Name))
        {
            return null;
        }

        return table.Ownership == Ownership.User ? Within(Demand(table, Access.Read)) : DemandAll(table, Access.Read);
    }

    public bool MayRead(Table table, Column column) =>
        !column.IsSecured || principal.IsUnlimited || principal.Profiles.Any(profile => profile.Readable.Contains(table.Name + "." + column.Name));

    /// <summary>Refuses a column the user may not write.</summary>
    public void DemandColumn(Table table, Column column, bool isNew)
    {
        var name = table.Name + "." + column.Name;
        if (column.IsSecured && !principal.IsUnlimited && !principal.Profiles.Any(profile => (isNew ? profile.Creatable : profile.Writable).Contains(name)))
        {
            throw SecurityFaults.SecuredColumn(principal.Id, table, column);
        }
    }

    /// <summary>Refuses an access to any row of the table; how far it reaches.</summary>
    public AccessLevel Demand(Table table, string access)
    {
        var level = principal.LevelOf(PrivilegeOf(table, access));
        return level == AccessLevel.None ? throw SecurityFaults.MissingPrivilege(principal.Id, PrivilegeOf(table, access), table.Name) : level;
    }

    /// <summary>Refuses an access to that row.</summary>
    public void Demand(Table table, Entity row, string access)
    {
        if (principal.IsUnlimited)
        {
            return;
        }

        var level = Demand(table, access);
        if (table.Ownership == Ownership.User && !Reaches(level, row))
        {
            throw SecurityFaults.NoAccess(principal.Id, PrivilegeOf(table, access), table.Name, row.Id);
        }
    }

    /// <summary>Refuses a message that has a privilege of its own.</summary>
    public void Demand(string privilege, string message)
    {
        if (privilege.Length > 0 && principal.LevelOf(privilege) == AccessLevel.None)
        {
            throw SecurityFaults.MissingPrivilege(principal.Id, privilege, message);
        }
    }

    private static string PrivilegeOf(Table table, string access) => "prv" + access + table.PrivilegeName;

    private Filter? DemandAll(Table table, string access)
    {
        Demand(table, access);
        return null;
    }

    private bool Reaches(AccessLevel level, Entity row)
    {
        var unit = row.GetAttributeValue<EntityReference>(UnitColumn)?.Id ?? Guid.Empty;
        return level switch
        {
            AccessLevel.Global => true,
            AccessLevel.Deep => principal.UnitsBelow.Contains(unit) || Owns(row),
            AccessLevel.Local => unit == principal.BusinessUnit || Owns(row),
            _ => Owns(row),
        };
    }

    private bool Owns(Entity row) =>
        row.GetAttributeValue<EntityReference>(OwnerColumn) is { } owner && (owner.Id == principal.Id || principal.Teams.Contains(owner.Id));

    private Group? Within(AccessLevel level)
    {
        var own = new Condition(null, OwnerColumn, ConditionOperator.In, [principal.Id, .. principal.Teams.Cast<object>()]);
        return level switch
        {
            AccessLevel.Global => null,
            AccessLevel.Deep => new Group(IsOr: true, [own, new Condition(null, UnitColumn, ConditionOperator.In, [.. principal.UnitsBelow.Cast<object>()])]),
            AccessLevel.Local => new Group(IsOr: true, [own, new Condition(null, UnitColumn, ConditionOperator.Equal, [principal.BusinessUnit])]),
            _ => new Group(IsOr: false, [own]),
        };
    }
}
