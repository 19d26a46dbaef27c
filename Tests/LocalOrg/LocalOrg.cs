using CrmExtensions.Local.Messages;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local;

/// <summary>
/// An embedded Dataverse with the solution imported, its steps enabled, and the plug-in DLL that ships at work.
/// </summary>
public sealed class LocalOrg : IDisposable
{
    private readonly Engine engine;
    private readonly IStore store;
    private readonly PluginLoader plugins;

    private LocalOrg(IStore store, OrgTemplate template, LocalOrgOptions options, Catalog? catalog = null)
    {
        this.store = store;
        plugins = template.Plugins.Fork();
        engine = new Engine(catalog ?? template.Catalog, store, options, plugins);
        engine.Steps.Enable(step => step.IsLate, options.LateSteps);
        engine.Steps.Enable(step => step.IsGate && (!step.IsLate || options.LateSteps), options.Gate);
        System = As(WellKnown.SystemUser);
    }

    /// <summary>The service as SYSTEM.</summary>
    public IOrganizationService System { get; }

    public Catalog Catalog => engine.Catalog;

    public Meter Meter => engine.Meter;

    public TraceLog Traces => engine.Traces;

    /// <summary>What asynchronous jobs that failed have said.</summary>
    public IReadOnlyList<string> FailedJobs => engine.Jobs.Failures;

    /// <summary>Asynchronous jobs that wait or run.</summary>
    public int PendingJobs => engine.Jobs.Pending;

    /// <summary>The moment by the org's clock, UTC.</summary>
    public DateTime Now => engine.Now;

    /// <summary>A new org in memory.</summary>
    public static LocalOrg FromSolution(LocalOrgOptions? options = null)
    {
        var given = options ?? new LocalOrgOptions();
        var org = new LocalOrg(OrgTemplate.Shipped.NewStore(given), OrgTemplate.Shipped, given);
        org.engine.Numbers.GoOnAfter(OrgTemplate.Shipped.Numbers);
        org.NameRoot(given.Name);
        return org;
    }

    /// <summary>A new org in memory with another solution than this repository's, and no steps but those that the solution registers.</summary>
    /// <param name="solutionFolder">An unpacked solution: the folder that holds Entities, Other and the rest.</param>
    /// <param name="pluginAssembly">The DLL whose classes the solution's steps name.</param>
    /// <param name="options">How the org is set up.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static LocalOrg FromFolder(string solutionFolder, string pluginAssembly, LocalOrgOptions? options = null) =>
        Of(OrgTemplate.Of(Path.GetFullPath(solutionFolder), Path.GetFullPath(pluginAssembly)), options ?? new LocalOrgOptions());

    /// <summary>The same with a packed solution and the plug-in DLL inside.</summary>
    /// <exception cref="InvalidDataException">The file is no packed solution with one plug-in assembly.</exception>
    public static LocalOrg FromZip(string zip, LocalOrgOptions? options = null) => Of(OrgTemplate.Of(Path.GetFullPath(zip), pluginAssembly: null), options ?? new LocalOrgOptions());

    /// <summary>A new org in memory with metadata of one's own, made from that of another org.</summary>
    public static LocalOrg FromCatalog(Catalog catalog, LocalOrgOptions? options = null)
    {
        var given = options ?? new LocalOrgOptions();
        var template = OrgTemplate.Shipped.With(catalog);
        return new LocalOrg(template.NewStore(given), template, given);
    }

    /// <summary>The org in a file: the one that is there, going on where it was interrupted, or a new one. What is there of an older version is updated.</summary>
    /// <exception cref="IOException">The file cannot be used.</exception>
    /// <exception cref="Faults.NotSupportedByLocalOrgException">This version would narrow what rows hold.</exception>
    public static LocalOrg InFile(string path, LocalOrgOptions? options = null) => InFile(path, OrgTemplate.Shipped, options);

    /// <summary>The same with a packed solution, as <see cref="FromZip"/> takes it.</summary>
    public static LocalOrg InFile(string path, string zip, LocalOrgOptions? options = null) => InFile(path, OrgTemplate.Of(Path.GetFullPath(zip), pluginAssembly: null), options);

    /// <summary>The org in a PostgreSQL database: the one that is there, going on where it was interrupted, or a new one. What is there of an older version is updated.</summary>
    /// <param name="connectionString">Of Npgsql, with the database, which exists and has the C locale.</param>
    /// <param name="options">How the org is set up.</param>
    /// <exception cref="IOException">The database holds something else.</exception>
    public static LocalOrg InPostgreSql(string connectionString, LocalOrgOptions? options = null) => InPostgreSql(connectionString, OrgTemplate.Shipped, options);

    /// <summary>The same with a packed solution, as <see cref="FromZip"/> takes it.</summary>
    public static LocalOrg InPostgreSql(string connectionString, string zip, LocalOrgOptions? options = null) =>
        InPostgreSql(connectionString, OrgTemplate.Of(Path.GetFullPath(zip), pluginAssembly: null), options);

    /// <summary>Imports the reference data into a store with an org's first rows, and leaves it open; the numbers given so far.</summary>
    internal static AutoNumbers Import(IStore store, OrgTemplate template, LocalOrgOptions options)
    {
        var org = new LocalOrg(store, template, options);
        org.Import(template.ReferenceData);
        org.RunJobs();
        org.engine.Jobs.Dispose();
        return org.engine.Numbers;
    }

    /// <summary>The service as a user, with that user's rights.</summary>
    public IOrganizationService As(Guid user) => new LocalService(engine, new Caller(user, user));

    /// <summary>The service as a user on whose behalf another calls (CallerId): what both may do.</summary>
    public IOrganizationService As(Guid user, Guid onBehalfBy) => new LocalService(engine, new Caller(user, user, onBehalfBy));

    public Guid AddBusinessUnit(string name, Guid? parent = null, Guid? id = null) => System.Create(new Entity(BusinessUnit.Table, id ?? Guid.Empty)
    {
        [BusinessUnit.Name] = name,
        [BusinessUnit.ParentBusinessUnitId] = new EntityReference(BusinessUnit.Table, parent ?? WellKnown.RootBusinessUnit),
    });

    /// <summary>A user in a unit (the root by default) with roles by name.</summary>
    public Guid AddUser(string name, Guid? unit = null, IEnumerable<string>? roles = null, Guid? id = null)
    {
        var user = System.Create(new Entity(SystemUser.Table, id ?? Guid.Empty)
        {
            [SystemUser.FullName] = name,
            [SystemUser.BusinessUnitId] = new EntityReference(BusinessUnit.Table, unit ?? WellKnown.RootBusinessUnit),
        });
        GrantRoles(user, roles ?? []);
        return user;
    }

    /// <summary>Gives a user roles by name, all or none.</summary>
    public void GrantRoles(Guid user, IEnumerable<string> roles)
    {
        var unit = System.Retrieve(SystemUser.Table, user, new ColumnSet(SystemUser.BusinessUnitId)).GetAttributeValue<EntityReference>(SystemUser.BusinessUnitId)!.Id;
        var given = roles.Select(role => RoleOf(role, unit));
        System.Associate(SystemUser.Table, user, new Microsoft.Xrm.Sdk.Relationship("systemuserroles_association"), [.. given]);
    }

    /// <summary>Makes a user a member of column security profiles by name.</summary>
    public void GrantProfiles(Guid user, IEnumerable<string> profiles)
    {
        var given = profiles.Select(name => new EntityReference(
            FieldSecurityProfile.Table,
            Catalog.Profiles.FirstOrDefault(profile => profile.Name == name)?.Id ?? throw new ArgumentException($"There is no column security profile '{name}'.", nameof(profiles))));
        System.Associate(SystemUser.Table, user, new Microsoft.Xrm.Sdk.Relationship("systemuserprofiles_association"), [.. given]);
    }

    /// <summary>Waits until no asynchronous job is left; without workers, runs them here.</summary>
    public void RunJobs(CancellationToken cancellation = default) => engine.Jobs.RunAll(cancellation);

    /// <summary>Registers a step with a plug-in of your own.</summary>
    public void AddStep(Step step, IPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(step);
        plugins.Use(step.Id, plugin);
        engine.Steps.Add(step);
    }

    /// <summary>Keeps asynchronous jobs waiting, or lets them go on.</summary>
    public void HoldJobs(bool isHeld) => engine.Jobs.Hold(isHeld);

    /// <summary>Switches registered steps on or off.</summary>
    public void EnableSteps(Func<Step, bool> which, bool isEnabled) => engine.Steps.Enable(which, isEnabled);

    public void Dispose()
    {
        engine.Jobs.Close();
        engine.Jobs.Dispose();
        store.Dispose();
    }

    private static LocalOrg Of(OrgTemplate template, LocalOrgOptions given)
    {
        var org = new LocalOrg(template.NewStore(given), template, given);
        org.NameRoot(given.Name);
        return org;
    }

    private static LocalOrg InFile(string path, OrgTemplate template, LocalOrgOptions? options)
    {
        var given = options ?? new LocalOrgOptions();
        return Opened(SqliteStore.InFile(path, given.FlushesCommits), template, given);
    }

    private static LocalOrg InPostgreSql(string connectionString, OrgTemplate template, LocalOrgOptions? options)
    {
        var given = options ?? new LocalOrgOptions();
        return Opened(new PostgreSqlStore(connectionString, isDurable: true) { LongestWait = given.LongestLockWait }.Prepared(), template, given);
    }

    private static LocalOrg Opened(IStore store, OrgTemplate template, LocalOrgOptions given)
    {
        try
        {
            var catalog = new SolutionImport(store, template).Run();
            return new LocalOrg(store.IsNew ? template.Seeded(store) : store, template, given, catalog).Begun(template, given);
        }
        catch
        {
            store.Dispose();
            throw;
        }
    }

    private LocalOrg Begun(OrgTemplate template, LocalOrgOptions given)
    {
        if (store.IsNew)
        {
            NameRoot(given.Name);
            Import(template.ReferenceData);
        }
        else
        {
            Resume();
        }

        return this;
    }

    private void Import(IEnumerable<Entity> rows)
    {
        foreach (var row in rows)
        {
            System.Create(row);
        }
    }

    private EntityReference RoleOf(string name, Guid unit)
    {
        var query = new QueryByAttribute(Tables.Role.Table) { ColumnSet = new ColumnSet(false) };
        query.AddAttributeValue(Tables.Role.Name, name);
        query.AddAttributeValue(Tables.Role.BusinessUnitId, unit);
        return System.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntityReference() ?? throw new ArgumentException($"There is no role '{name}'.", nameof(name));
    }

    private void NameRoot(string name)
    {
        if (name != OrgTemplate.Name)
        {
            System.Update(new Entity(BusinessUnit.Table, WellKnown.RootBusinessUnit) { [BusinessUnit.Name] = name });
        }
    }

    private void Resume()
    {
        engine.Catalog = engine.WithSession(session =>
        {
            engine.Numbers.Resume(engine.Catalog, session);
            var added = engine.QueriesAsSystem(session).Run(new Query { Table = StringMap.Table, AllColumns = true });
            return InsertedOption.Restore(engine.Catalog, added.Entities);
        });
        engine.Jobs.Resume();
    }
}
