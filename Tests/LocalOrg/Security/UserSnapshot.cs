using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Security;

/// <summary>What users, teams, units and roles come to at one moment.</summary>
/// <param name="Principals">Every user with all rights.</param>
/// <param name="UnitOfOwner">The unit of every user and team.</param>
/// <param name="Disabled">Users who may not do anything.</param>
/// <param name="AccessTeams">Teams that have no roles and own nothing.</param>
internal sealed record UserSnapshot(
    IReadOnlyDictionary<Guid, Principal> Principals,
    IReadOnlyDictionary<Guid, Guid> UnitOfOwner,
    IReadOnlySet<Guid> Disabled,
    IReadOnlySet<Guid> AccessTeams)
{
    /// <summary>Reads it; a commit that falls between two of its tables leaves links to what the other one did not have yet, which are passed over.</summary>
    public static UserSnapshot Read(Catalog catalog, StoreSession session)
    {
        var users = Pairs(catalog, session, SystemUser.Table, SystemUser.Id, SystemUser.BusinessUnitId);
        var teams = Pairs(catalog, session, Tables.Team.Table, Tables.Team.Id, Tables.Team.BusinessUnitId);
        var units = users.Concat(teams).ToDictionary(pair => pair.Key, pair => pair.Value);
        var below = Below(Pairs(catalog, session, BusinessUnit.Table, BusinessUnit.Id, BusinessUnit.ParentBusinessUnitId));
        var rootOf = Pairs(catalog, session, Tables.Role.Table, Tables.Role.Id, Tables.Role.ParentRootRoleId).ToDictionary(pair => pair.Key, pair => pair.Value);
        var membership = Pairs(catalog, session, TeamMembership.Table, TeamMembership.SystemUserId, TeamMembership.TeamId).ToLookup(pair => pair.Key, pair => pair.Value);
        var roles = Pairs(catalog, session, SystemuserRoles.Table, SystemuserRoles.SystemUserId, SystemuserRoles.RoleId)
            .Concat(Pairs(catalog, session, TeamRoles.Table, TeamRoles.TeamId, TeamRoles.RoleId))
            .Where(pair => rootOf.ContainsKey(pair.Value))
            .ToLookup(pair => pair.Key, pair => rootOf[pair.Value]);
        var profiles = Pairs(catalog, session, SystemuserProfiles.Table, SystemuserProfiles.SystemUserId, SystemuserProfiles.FieldSecurityProfileId)
            .Concat(Pairs(catalog, session, TeamProfiles.Table, TeamProfiles.TeamId, TeamProfiles.FieldSecurityProfileId))
            .ToLookup(pair => pair.Key, pair => pair.Value);
        var settings = Settings(catalog, session);
        var principals = users.ToDictionary(user => user.Key, user =>
        {
            var own = membership[user.Key].Where(units.ContainsKey).ToHashSet();
            var holders = own.Prepend(user.Key).ToList();
            var opened = holders.SelectMany(holder => profiles[holder]).ToHashSet();
            return new Principal(
                user.Key,
                user.Value,
                own,
                Privileges(catalog, holders.SelectMany(holder => roles[holder].Select(role => (role, units[holder]))).ToList(), below),
                [.. catalog.Profiles.Where(profile => opened.Contains(profile.Id))],
                user.Key == WellKnown.SystemUser || holders.Any(holder => roles[holder].Contains(WellKnown.SystemAdministratorRole)),
                holders.Sum(holder => roles[holder].Count()))
            {
                TimeZoneCode = settings.GetValueOrDefault(user.Key).Zone,
                Language = settings.GetValueOrDefault(user.Key).Language,
            };
        });
        return new UserSnapshot(
            principals,
            units,
            Where(catalog, session, SystemUser.Table, SystemUser.Id, SystemUser.IsDisabled, true),
            Where(catalog, session, Tables.Team.Table, Tables.Team.Id, Tables.Team.TeamType, Tables.Team.TeamTypeOption.Access));
    }

    private static Dictionary<string, Reach> Privileges(Catalog catalog, List<(Guid Role, Guid Unit)> held, Func<Guid, HashSet<Guid>> below) => held
        .Join(catalog.Roles, one => one.Role, role => role.Id, (one, role) => role.Privileges.Select(privilege => (privilege.Key, Grant: (privilege.Value, one.Unit))))
        .SelectMany(granted => granted)
        .GroupBy(granted => granted.Key, granted => granted.Grant, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => Reach.Of(group, below), StringComparer.OrdinalIgnoreCase);

    private static Func<Guid, HashSet<Guid>> Below(List<KeyValuePair<Guid, Guid>> units)
    {
        var children = units.Where(unit => unit.Value != Guid.Empty).ToLookup(unit => unit.Value, unit => unit.Key);
        HashSet<Guid> Collect(Guid unit) => [unit, .. children[unit].SelectMany(Collect)];
        return Collect;
    }

    private static HashSet<Guid> Where(Catalog catalog, StoreSession session, string table, string id, string column, object value)
    {
        var columns = catalog.Tables[table].Columns;
        return [.. session.Query(
            new Sql().Add("SELECT ").Name(id).Add(" FROM ").Name(table).Add(" WHERE ").Name(column).Add(" = ").Value(session.Dialect.Encode(columns[column], value)),
            data => (Guid)session.Dialect.Decode(columns[id], data, 0))];
    }

    /// <summary>Two columns of every row of a table.</summary>
    public static List<KeyValuePair<Guid, Guid>> Pairs(Catalog catalog, StoreSession session, string table, string first, string second)
    {
        var columns = catalog.Tables[table].Columns;
        return session.Query(
            new Sql().Add("SELECT ").Name(first).Add(", ").Name(second).Add(" FROM ").Name(table),
            data => KeyValuePair.Create(
                (Guid)session.Dialect.Decode(columns[first], data, 0),
                data.IsDBNull(1) ? Guid.Empty : (Guid)session.Dialect.Decode(columns[second], data, 1)));
    }

    private static Dictionary<Guid, (int? Zone, int? Language)> Settings(Catalog catalog, StoreSession session)
    {
        var columns = catalog.Tables[UserSettings.Table].Columns;
        return session.Query(
            new Sql().Add("SELECT ").Name(UserSettings.Id).Add(", ").Name(UserSettings.TimeZoneCode).Add(", ").Name(UserSettings.UILanguageId).Add(" FROM ").Name(UserSettings.Table),
            data => (User: (Guid)Value(UserSettings.Id, data, 0)!, Set: ((int?)Value(UserSettings.TimeZoneCode, data, 1), (int?)Value(UserSettings.UILanguageId, data, 2))))
            .ToDictionary(row => row.User, row => row.Set);

        object? Value(string column, System.Data.Common.DbDataReader data, int ordinal) =>
            data.IsDBNull(ordinal) ? null : session.Dialect.Decode(columns[column], data, ordinal);
    }
}
