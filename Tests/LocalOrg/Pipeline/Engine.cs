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

    private const int MostDepth = 8;

    private readonly IStore store;
    private readonly LocalOrgOptions options;
    private readonly MessageTable messages;
    private readonly WriteTexts writeTexts = new();
    private readonly StatementCache statements = new();
    private readonly StepRunner runner;
    private readonly PipelineRun stages;
    private volatile Catalog catalog;

    public Engine(Catalog catalog, IStore store, LocalOrgOptions options, PluginLoader plugins)
    {
        this.catalog = catalog;
        this.store = store;
        this.options = options;
        Steps = new StepRegistry(catalog.Steps);
        messages = new MessageTable(catalog, plugins);
        runner = new StepRunner(this, plugins);
        Jobs = new JobQueue(this, runner, options.Workers);
        stages = new PipelineRun(runner, Steps, Jobs);
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
        using var session = store.Open();
        return work(session);
    }

    /// <summary>A message from outside, or from a step of <paramref name="parent"/>.</summary>
    public OrganizationResponse Execute(OrganizationRequest request, Caller caller, Operation? parent, Mode mode = Mode.Asked)
    {
        var handler = messages.For(request.RequestName);
        if (parent?.Unit is { } unit)
        {
            return ExecuteParts(handler, request, caller, parent, mode, unit);
        }

        return handler.IsTransactional(this)
            ? InTransaction(handler, request, caller, parent, mode)
            : RunAlone(handler, request, caller, parent, mode);
    }

    /// <summary>Runs the steps of a message that happens as part of another, without a main operation of its own.</summary>
    public void Raise(string message, Subject subject, ParameterCollection input, Operation cause)
    {
        var operation = NewOperation(message, subject, new OrganizationRequest(message) { Parameters = input }, cause.Caller, cause, Mode.Platform);
        operation.Unit = cause.Unit;
        operation.After = cause.After;
        runner.RunStage(operation, Stages.PostOperation);
        stages.Enqueue(operation);
    }

    /// <summary>A message inside the transaction of another that only holds it, so that plug-ins find it no deeper.</summary>
    public OrganizationResponse ExecuteWithin(OrganizationRequest request, Operation envelope) =>
        ExecuteParts(messages.For(request.RequestName), request, envelope.Caller, envelope.Parent, Mode.Asked, envelope.Unit!);

    /// <summary>Messages alike, in step, as the rows of a bulk message; the operations they were.</summary>
    public IReadOnlyList<Operation> ExecuteRows(IReadOnlyList<OrganizationRequest> requests, Operation bulk)
    {
        var handler = messages.For(requests[0].RequestName);
        List<Operation> rows = [.. requests.Select(request => NewOperation(handler, request, bulk.Caller, bulk.Parent, Mode.Asked, bulk.Unit!))];
        BulkEvent.Show(bulk.Request, rows);
        stages.Run(handler, rows, bulk);
        rows.ForEach(Finish);
        return rows;
    }

    /// <summary>What a bulk message of one table consists of: each row's request may be several.</summary>
    public IReadOnlyList<OrganizationRequest> PartsOf(OrganizationRequest request) => messages.For(request.RequestName).Parts(request, this);

    private OrganizationResponse InTransaction(MessageHandler handler, OrganizationRequest request, Caller caller, Operation? parent, Mode mode)
    {
        if (handler.IsReadOnly)
        {
            using var reading = store.Open();
            return ExecuteParts(handler, request, caller, parent, mode, new UnitOfWork(reading));
        }

        UnitOfWork unit;
        OrganizationResponse response;
        using (var session = store.Open())
        {
            unit = new UnitOfWork(session);
            session.Begin();
            try
            {
                response = ExecuteParts(handler, request, caller, parent, mode, unit);
                session.Commit();
                Users.Committed(session);
            }
            catch
            {
                Users.RolledBack(session);
                session.Rollback();
                throw;
            }
        }

        Meter.Done(request, handler.PluginMessage, unit);
        Jobs.Start(unit.Jobs);
        return response;
    }

    // No transaction of its own: each service call of the plug-in is one.
    private OrganizationResponse RunAlone(MessageHandler handler, OrganizationRequest request, Caller caller, Operation? parent, Mode mode)
    {
        var operation = NewOperation(handler.PluginMessage, new Subject("none", Guid.Empty), request, caller, parent, mode);
        handler.Run(operation);
        return MessageTable.Response(request.RequestName, operation.Results);
    }

    private OrganizationResponse ExecuteParts(MessageHandler handler, OrganizationRequest request, Caller caller, Operation? parent, Mode mode, UnitOfWork unit)
    {
        var response = new OrganizationResponse();
        var bypass = mode == Mode.Asked ? Bypass.Of(request, () => AccessOf(caller, unit.Session)) : Bypass.None;
        foreach (var part in mode == Mode.Asked ? handler.Parts(request, this) : [request])
        {
            response = ExecuteOne(handler, part, caller, parent, mode, unit, bypass);
        }

        return response;
    }

    private OrganizationResponse ExecuteOne(MessageHandler handler, OrganizationRequest request, Caller caller, Operation? parent, Mode mode, UnitOfWork unit, Bypass bypass)
    {
        var operation = NewOperation(handler, request, caller, parent, mode, unit);
        operation.Bypass = bypass;
        if (mode == Mode.Silent || handler.HasOwnStages || !Steps.Any(operation))
        {
            handler.Run(operation);
        }
        else
        {
            stages.Run(handler, [operation], Steps.WantsBulk(operation) ? BulkOf(operation) : null);
        }

        Finish(operation);
        return MessageTable.Response(request.RequestName, operation.Results);
    }

    private static void Finish(Operation operation) => operation.Afterwards.ForEach(work => work());

    private Operation BulkOf(Operation single)
    {
        var request = BulkEvent.RequestOf(single);
        var bulk = NewOperation(request.RequestName, new Subject(single.Table, Guid.Empty), request, single.Caller, single.Parent, single.Mode);
        bulk.Unit = single.Unit;
        return bulk;
    }

    private Operation NewOperation(MessageHandler handler, OrganizationRequest request, Caller caller, Operation? parent, Mode mode, UnitOfWork unit)
    {
        var operation = NewOperation(handler.PluginMessage, handler.SubjectOf(request, this, unit.Session), request, caller, parent, mode);
        operation.Unit = unit;
        return operation;
    }

    private Operation NewOperation(string message, Subject subject, OrganizationRequest request, Caller caller, Operation? parent, Mode mode)
    {
        var depth = (parent?.Depth ?? 0) + (mode == Mode.Asked ? 1 : 0);
        return depth > MostDepth
            ? throw PipelineFaults.TooDeep()
            : new Operation
            {
                Engine = this,
                Message = message,
                Request = request,
                Caller = caller,
                Mode = mode,
                Parent = parent,
                Depth = Math.Max(1, depth),
                CorrelationId = parent?.CorrelationId ?? NewId(),
                StartedOn = parent?.StartedOn ?? Now,
                Table = subject.Table,
                RowId = subject.Id,
            };
    }
}
