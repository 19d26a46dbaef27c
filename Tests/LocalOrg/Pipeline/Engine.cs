using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Jobs;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Sales;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>The parts of an org, and the way a message takes through them.</summary>
internal sealed class Engine
{
    /// <summary>The platform ends what takes longer (platform-facts.md 2).</summary>
    public static readonly TimeSpan LongestMessage = TimeSpan.FromMinutes(2);

    private readonly IStore store;
    private readonly LocalOrgOptions options;
    private readonly WriteTexts writeTexts = new();
    private readonly StatementCache statements = new();
    private readonly MessagePath path;
    private volatile Catalog catalog;

    public Engine(Catalog catalog, IStore store, LocalOrgOptions options, PluginLoader plugins)
    {
        this.catalog = catalog;
        this.store = store;
        this.options = options;
        Steps = new StepRegistry(catalog);
        var runner = new StepRunner(this, plugins);
        Jobs = new JobQueue(this, runner, options.Workers);
        path = new MessagePath(this, new MessageTable(catalog, plugins), new PipelineRun(runner, Steps, Jobs));
        Rules = new TableRules(this);
        Numbers = new AutoNumbers();
        Shares = new Shares(this);
    }

    public StepRegistry Steps { get; }

    public JobQueue Jobs { get; }

    public TableRules Rules { get; }

    public AutoNumbers Numbers { get; }

    public UserDirectory Users { get; } = new();

    public Shares Shares { get; }

    public Meter Meter { get; } = new();

    public TraceLog Traces { get; } = new();

    public CloseBehavior Closing => options.Closing;

    public LocalOrgOptions Options => options;

    public DateTime Now => options.Clock();

    /// <summary>Whether the org outlives the process.</summary>
    public bool IsDurable => store.IsDurable;

    public Func<Guid> NewId => options.NewId;

    public Catalog Catalog
    {
        get => catalog;
        set
        {
            catalog = value;
            statements.Clear();
        }
    }

    public Table TableOf(string name) => catalog.Tables.TryGetValue(name ?? "", out var table) ? table : throw DataFaults.UnknownTable(name ?? "");

    /// <summary>What a caller may do; who acts on behalf of another, only what both may (PD/impersonate-another-user.md).</summary>
    public RowAccess AccessOf(Caller caller, StoreSession session)
    {
        if (caller.OnBehalfBy is not { } impersonator)
        {
            return AccessOf(caller.UserId, session);
        }

        var acting = Users.Find(impersonator, catalog, session);
        new RowAccess(acting, Shares, session).Demand("prvActOnBehalfOfAnotherUser");
        return new RowAccess(Users.Find(caller.UserId, catalog, session).LimitedTo(acting), Shares, session);
    }

    public RowAccess AccessOf(Guid user, StoreSession session) => new(Users.Find(user, catalog, session), Shares, session);

    public QueryRunner QueriesAs(RowAccess access, StoreSession session) => new(new ReadContext(catalog, session.Dialect, access, options), session, statements);

    public QueryRunner QueriesAsSystem(StoreSession session) => QueriesAs(AccessOf(WellKnown.SystemUser, session), session);

    public RowWriter Writer(UnitOfWork unit)
    {
        unit.Writes++;
        return WriterFor(unit.Session);
    }

    public RecycleBin BinOf(UnitOfWork unit) => new(unit.Session, Writer(unit), Now);

    /// <summary>A writer outside any message, for the org's own bookkeeping.</summary>
    public RowWriter WriterFor(StoreSession session) => new(catalog, session, writeTexts, Users);

    /// <summary>Work of the org itself, outside any message.</summary>
    public T WithSession<T>(Func<StoreSession, T> work)
    {
        using var session = OpenSession();
        return work(session);
    }

    /// <summary>A session of the store whose statements the meter sees.</summary>
    public StoreSession OpenSession()
    {
        var session = store.Open();
        session.AtStatement = Meter.AtStatement;
        return session;
    }

    /// <summary>Refuses a caller without a privilege that is about no table.</summary>
    public void Demand(Caller caller, UnitOfWork? unit, string privilege)
    {
        if (unit is not null)
        {
            AccessOf(caller, unit.Session).Demand(privilege);
        }
        else
        {
            WithSession(session => AccessOf(caller, session)).Demand(privilege);
        }
    }

    /// <summary>The business unit of a user.</summary>
    public Guid UnitOf(Guid user, UnitOfWork? unit) =>
        (unit is null ? WithSession(session => Users.UnitOf(user, catalog, session)) : Users.UnitOf(user, catalog, unit.Session)) ?? WellKnown.RootBusinessUnit;

    /// <summary>A message from outside, or from a step of <paramref name="parent"/>. What steps do to the request, its sender sees.</summary>
    public OrganizationResponse Execute(OrganizationRequest request, Caller caller, Operation? parent, Mode mode = Mode.Asked) =>
        path.Execute(request, new Origin(caller, parent, mode));

    /// <summary>
    /// A message inside another that only holds it, so that plug-ins find it no deeper: in the transaction of the other, or
    /// where that has none, in one of its own.
    /// </summary>
    public OrganizationResponse ExecuteWithin(OrganizationRequest request, Operation envelope) =>
        path.Execute(request, new Origin(envelope.Caller, envelope.Parent, Mode.Asked, envelope.Unit is null ? null : envelope));

    /// <summary>Runs the steps of a message that happens as part of another, without a main operation of its own.</summary>
    public void Raise(string message, Subject subject, ParameterCollection input, Operation cause) => path.Raise(message, subject, input, cause);
}
