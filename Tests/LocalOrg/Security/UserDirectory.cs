using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Security;

/// <summary>Users, teams, units and roles, kept in memory until one of their tables changes.</summary>
internal sealed class UserDirectory
{
    private static readonly HashSet<string> OwnTables =
        [SystemUser.Table, Tables.Team.Table, BusinessUnit.Table, SystemuserRoles.Table, TeamRoles.Table, TeamMembership.Table, SystemuserProfiles.Table, TeamProfiles.Table];

    private volatile Snapshot? snapshot;
    private volatile bool mayRollBack;

    /// <summary>Forgets what is known if a table it is made of has changed.</summary>
    public void Changed(string table)
    {
        if (OwnTables.Contains(table))
        {
            snapshot = null;
            mayRollBack = true;
        }
    }

    /// <summary>Forgets what was read in a transaction that did not last.</summary>
    public void RolledBack()
    {
        if (mayRollBack)
        {
            snapshot = null;
        }
    }

    /// <summary>What has been read lasts.</summary>
    public void Committed() => mayRollBack = false;

    public Principal Find(Guid user, Catalog catalog, StoreSession session) =>
        (snapshot ??= Read(catalog, session)).Principals.TryGetValue(user, out var found) ? found : throw SecurityFaults.UnknownUser(user);

    /// <summary>The unit of an owner, a user or a team.</summary>
    public Guid? UnitOf(Guid owner, Catalog catalog, StoreSession session) =>
        (snapshot ??= Read(catalog, session)).UnitOfOwner.TryGetValue(owner, out var unit) ? unit : null;

    private static Snapshot Read(Catalog catalog, StoreSession session)
    {
        var users = Pairs(catalog, session, SystemUser.Table, SystemUser.Id, SystemUser.BusinessUnitId);
        var teams = Pairs(catalog, session, Tables.Team.Table, Tables.Team.Id, Tables.Team.BusinessUnitId);
        var below = Below(Pairs(catalog, session, BusinessUnit.Table, BusinessUnit.Id, BusinessUnit.ParentBusinessUnitId));
        var membership = Pairs(catalog, session, TeamMembership.Table, TeamMembership.SystemUserId, TeamMembership.TeamId).ToLookup(pair => pair.Key, pair => pair.Value);
        var userRoles = Pairs(catalog, session, SystemuserRoles.Table, SystemuserRoles.SystemUserId, SystemuserRoles.RoleId).ToLookup(pair => pair.Key, pair => pair.Value);
        var teamRoles = Pairs(catalog, session, TeamRoles.Table, TeamRoles.TeamId, TeamRoles.RoleId).ToLookup(pair => pair.Key, pair => pair.Value);
        var userProfiles = Pairs(catalog, session, SystemuserProfiles.Table, SystemuserProfiles.SystemUserId, SystemuserProfiles.FieldSecurityProfileId).ToLookup(pair => pair.Key, pair => pair.Value);
        var teamProfiles = Pairs(catalog, session, TeamProfiles.Table, TeamProfiles.TeamId, TeamProfiles.FieldSecurityProfileId).ToLookup(pair => pair.Key, pair => pair.Value);
        var principals = users.ToDictionary(user => user.Key, user =>
        {
            var own = membership[user.Key].ToHashSet();
            var roles = userRoles[user.Key].Concat(own.SelectMany(team => teamRoles[team])).ToHashSet();
            var profiles = userProfiles[user.Key].Concat(own.SelectMany(team => teamProfiles[team])).ToHashSet();
            return new Principal(
                user.Key,
                user.Value,
                below(user.Value),
                own,
                Merge(catalog.Roles.Where(role => roles.Contains(role.Id))),
                [.. catalog.Profiles.Where(profile => profiles.Contains(profile.Id))],
                IsUnlimited(user.Key, roles));
        });
        return new Snapshot(principals, users.Concat(teams).ToDictionary(pair => pair.Key, pair => pair.Value));
    }

    private static bool IsUnlimited(Guid user, HashSet<Guid> roles) =>
        user == WellKnown.SystemUser || roles.Contains(WellKnown.SystemAdministratorRole);

    private static Dictionary<string, AccessLevel> Merge(IEnumerable<Metadata.Role> roles) => roles
        .SelectMany(role => role.Privileges)
        .GroupBy(privilege => privilege.Key, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.Max(privilege => privilege.Value), StringComparer.OrdinalIgnoreCase);

    private static Func<Guid, HashSet<Guid>> Below(List<KeyValuePair<Guid, Guid>> units)
    {
        var children = units.Where(unit => unit.Value != Guid.Empty).ToLookup(unit => unit.Value, unit => unit.Key);
        HashSet<Guid> Collect(Guid unit) => [unit, .. children[unit].SelectMany(Collect)];
        return Collect;
    }

    private static List<KeyValuePair<Guid, Guid>> Pairs(Catalog catalog, StoreSession session, string table, string first, string second)
    {
        var columns = catalog.Tables[table].Columns;
        return session.Query(
            new Sql().Add("SELECT ").Name(first).Add(", ").Name(second).Add(" FROM ").Name(table),
            data => KeyValuePair.Create(
                (Guid)session.Dialect.Decode(columns[first], data, 0),
                data.IsDBNull(1) ? Guid.Empty : (Guid)session.Dialect.Decode(columns[second], data, 1)));
    }

    private sealed record Snapshot(IReadOnlyDictionary<Guid, Principal> Principals, IReadOnlyDictionary<Guid, Guid> UnitOfOwner);
}
