using System.Collections.Concurrent;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Security;

/// <summary>
/// Users, teams, units and roles, kept in memory until one of their tables changes. A transaction that has changed one of
/// them reads its own state until its end; the others go on with what is committed.
/// </summary>
internal sealed class UserDirectory
{
    private static readonly HashSet<string> OwnTables =
        [SystemUser.Table, Tables.Team.Table, BusinessUnit.Table, Tables.Role.Table, SystemuserRoles.Table, TeamRoles.Table, TeamMembership.Table, SystemuserProfiles.Table, TeamProfiles.Table, UserSettings.Table];

    private readonly ConcurrentDictionary<StoreSession, Generation> changing = new();
    private volatile Generation committed = new();

    /// <summary>Forgets what the session's transaction knows if a table it is made of has changed.</summary>
    public void Changed(string table, StoreSession session)
    {
        if (!OwnTables.Contains(table))
        {
            return;
        }

        if (session.InTransaction)
        {
            changing[session] = new Generation();
        }
        else
        {
            committed = new Generation();
        }
    }

    /// <summary>The session's transaction lasts: what it has changed is so for everybody.</summary>
    public void Committed(StoreSession session)
    {
        if (changing.TryRemove(session, out _))
        {
            committed = new Generation();
        }
    }

    /// <summary>The session's transaction did not last; nobody else has seen of it.</summary>
    public void RolledBack(StoreSession session) => changing.TryRemove(session, out _);

    /// <summary>A user who may do something.</summary>
    /// <exception cref="System.ServiceModel.FaultException">There is none, or one that is disabled; SYSTEM always is, and always acts.</exception>
    public Principal Find(Guid user, Catalog catalog, StoreSession session)
    {
        var known = Known(catalog, session);
        if (known.Disabled.Contains(user) && user != WellKnown.SystemUser)
        {
            throw SecurityFaults.DisabledUser();
        }

        return known.Principals.TryGetValue(user, out var found) ? found : throw SecurityFaults.UnknownUser(user);
    }

    /// <summary>Whether it is a team that only shares.</summary>
    public bool IsAccessTeam(Guid team, Catalog catalog, StoreSession session) => Known(catalog, session).AccessTeams.Contains(team);

    /// <summary>The unit of an owner, a user or a team.</summary>
    public Guid? UnitOf(Guid owner, Catalog catalog, StoreSession session) =>
        Known(catalog, session).UnitOfOwner.TryGetValue(owner, out var unit) ? unit : null;

    // The generation is taken before anything is read: what was read before a commit goes into a generation nobody asks after it.
    private UserSnapshot Known(Catalog catalog, StoreSession session)
    {
        var generation = changing.TryGetValue(session, out var own) ? own : committed;
        return generation.Snapshot ??= UserSnapshot.Read(catalog, session);
    }

    private sealed class Generation
    {
        private volatile UserSnapshot? snapshot;

        public UserSnapshot? Snapshot
        {
            get => snapshot;
            set => snapshot = value;
        }
    }
}
