using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Store;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Filter = CrmExtensions.Local.Queries.Filter;

namespace CrmExtensions.Local.Security;

/// <summary>What one user may see and do (platform-facts.md 4).</summary>
internal sealed class RowAccess(Principal principal, Shares shares, StoreSession session) : IReadScope
{
    private const string OwnerColumn = "ownerid";
    private const string UnitColumn = "owningbusinessunit";
    private const string UnitOfPrincipal = "businessunitid";

    // Labels of choices are metadata, which everybody may read.
    private static readonly HashSet<string> Open = ["stringmap"];

    public Guid UserId => principal.Id;

    public int? TimeZoneCode => principal.TimeZoneCode;

    public int? Language => principal.Language;

    public bool SeesEverything => principal.IsUnlimited;

    public Filter? RowsOf(Table table)
    {
        if (principal.IsUnlimited || Open.Contains(table.Name))
        {
            return null;
        }

        if (table.IsIntersect)
        {
            // It has no privileges of its own: who joins its rows must be able to read either side.
            _ = table.Ends.Select(end => Demand(end, Access.Read)).ToList();
            return null;
        }

        var reach = Demand(table, Access.Read);
        return reach.IsEverywhere || table.Ownership == Ownership.Organization ? null : Within(table, reach);
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
        return principal.ReachOf(privilege) ?? throw SecurityFaults.MissingPrivilege(principal, privilege, table);
    }

    /// <summary>Refuses an access to that row.</summary>
    public void Demand(Table table, Entity row, string access)
    {
        if (!principal.IsUnlimited && !Reaches(table, Demand(table, access), row, access))
        {
            throw SecurityFaults.NoAccess(principal.Id, PrivilegeOf(table, access), table.Name, row.Id);
        }
    }

    /// <summary>What of all accesses the user has to a row.</summary>
    public AccessRights RightsOn(Table table, Entity row) => Access.Rights
        .Where(access => principal.ReachOf(PrivilegeOf(table, access.Key)) is { } reach && Reaches(table, reach, row, access.Key))
        .Aggregate(AccessRights.None, (rights, access) => rights | access.Value);

    /// <summary>Refuses a message that has a privilege of its own.</summary>
    public void Demand(string privilege)
    {
        if (privilege.Length > 0 && principal.ReachOf(privilege) is null)
        {
            throw SecurityFaults.MissingPrivilege(principal, privilege);
        }
    }

    private static string PrivilegeOf(Table table, string access) => "prv" + access + table.PrivilegeName;

    // Whatever has been shared, the privilege itself the user must have (PD/security-sharing-assigning.md, "Sharing records").
    private bool Reaches(Table table, Reach reach, Entity row, string access) =>
        reach.IsEverywhere
        || table.Ownership == Ownership.Organization
        || (OwnerOf(table, row) is { } owner && Holders.Contains(owner))
        || (UnitOf(table, row) is { } unit && reach.Units.Contains(unit))
        || shares.Of(row.Id, Holders, session).HasFlag(Access.Rights[access]);

    private IEnumerable<Guid> Holders => principal.Teams.Prepend(principal.Id);

    // Users, teams and units have no owner: one's own are oneself, one's teams and one's unit.
    private Guid? OwnerOf(Table table, Entity row) => table.Ownership == Ownership.User
        ? row.GetAttributeValue<EntityReference>(OwnerColumn)?.Id
        : row.Id == principal.BusinessUnit ? principal.Id : row.Id;

    private static Guid? UnitOf(Table table, Entity row) => table.Ownership == Ownership.User
        ? row.GetAttributeValue<EntityReference>(UnitColumn)?.Id
        : table.PrimaryKey.Name == UnitOfPrincipal ? row.Id : row.GetAttributeValue<EntityReference>(UnitOfPrincipal)?.Id;

    private Group Within(Table table, Reach reach)
    {
        var isOwned = table.Ownership == Ownership.User;
        List<object> own = [.. Holders];
        if (!isOwned)
        {
            own.Add(principal.BusinessUnit);
        }

        List<Filter> parts = [new Condition(null, isOwned ? OwnerColumn : table.PrimaryKey.Name, ConditionOperator.In, own)];
        if (reach.Units.Count > 0)
        {
            parts.Add(new Condition(null, isOwned ? UnitColumn : UnitOfPrincipal, ConditionOperator.In, [.. reach.Units.Cast<object>()]));
        }

        if (isOwned && shares.Exist(session))
        {
            parts.Add(new SharedRows([.. Holders], shares.PrincipalColumn));
        }

        return new Group(IsOr: true, parts);
    }
}
