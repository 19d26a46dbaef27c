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

    public int? TimeZoneCode => principal.TimeZoneCode;

    public int? Language => principal.Language;

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
    public Reach Demand(Table table, string access)
    {
        var privilege = PrivilegeOf(table, access);
        return principal.ReachOf(privilege) ?? throw SecurityFaults.MissingPrivilege(principal.Id, privilege, table.Name);
    }

    /// <summary>Refuses an access to that row.</summary>
    public void Demand(Table table, Entity row, string access)
    {
        if (principal.IsUnlimited)
        {
            return;
        }

        var reach = Demand(table, access);
        if (table.Ownership == Ownership.User && !Reaches(reach, row))
        {
            throw SecurityFaults.NoAccess(principal.Id, PrivilegeOf(table, access), table.Name, row.Id);
        }
    }

    /// <summary>Refuses a message that has a privilege of its own.</summary>
    public void Demand(string privilege, string message)
    {
        if (privilege.Length > 0 && principal.ReachOf(privilege) is null)
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

    private bool Reaches(Reach reach, Entity row) =>
        reach.IsEverywhere || Owns(row) || (row.GetAttributeValue<EntityReference>(UnitColumn) is { } unit && reach.Units.Contains(unit.Id));

    private bool Owns(Entity row) =>
        row.GetAttributeValue<EntityReference>(OwnerColumn) is { } owner && (owner.Id == principal.Id || principal.Teams.Contains(owner.Id));

    private Group? Within(Reach reach)
    {
        if (reach.IsEverywhere)
        {
            return null;
        }

        var own = new Condition(null, OwnerColumn, ConditionOperator.In, [principal.Id, .. principal.Teams.Cast<object>()]);
        return reach.Units.Count == 0
            ? new Group(IsOr: false, [own])
            : new Group(IsOr: true, [own, new Condition(null, UnitColumn, ConditionOperator.In, [.. reach.Units.Cast<object>()])]);
    }
}
