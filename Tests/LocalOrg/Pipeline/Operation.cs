using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Pipeline;

/// <summary>One message on its way through the pipeline.</summary>
internal sealed class Operation
{
    private Entity? before;
    private int beforeAt;
    private bool isUnderWay;

    public required Engine Engine { get; init; }

    /// <summary>The message, as steps are registered for it.</summary>
    public required string Message { get; init; }

    public required OrganizationRequest Request { get; init; }

    public required Caller Caller { get; init; }

    public required Mode Mode { get; init; }

    public Operation? Parent { get; init; }

    public required int Depth { get; init; }

    public required Guid CorrelationId { get; init; }

    /// <summary>When the outermost synchronous message began; the two-minute limit counts from here.</summary>
    public required DateTime StartedOn { get; init; }

    public required string Table { get; init; }

    public Guid RowId { get; set; }

    /// <summary>The transaction; empty outside one, as in PreValidation of what comes from outside.</summary>
    public UnitOfWork? Unit { get; set; }

    /// <summary>Calls that its steps have made to the service outside a transaction.</summary>
    public int EarlyCalls { get; set; }

    /// <summary>Of a bulk message, those of its rows, in their order.</summary>
    public IReadOnlyList<Operation> Rows { get; set; } = [];

    /// <summary>How often the transaction had written when the platform prepared the main operation.</summary>
    public int PreparedAt { get; set; }

    /// <summary>The row as the message has left it, put together when somebody asks; empty while nobody knows.</summary>
    public Lazy<Entity>? After { get; set; }

    public ParameterCollection Results { get; init; } = [];

    public ParameterCollection SharedVariables { get => field ??= Tagged(); init; }

    /// <summary>What PreValidation shares of a write: the later stages see it through the parent context.</summary>
    public ParameterCollection EarlyVariables { get => field ??= Tagged(); private init; }

    /// <summary>Whether PreValidation has variables of its own.</summary>
    public bool HasEarlyStage => Message is "Create" or "Update" or "Delete";

    /// <summary>The steps that the request leaves out.</summary>
    public Bypass Bypass { get; init; } = Bypass.None;

    /// <summary>What the platform still does after the last step, inside the transaction.</summary>
    public List<Action> Afterwards { get; } = [];

    public ParameterCollection Input => Request.Parameters;

    public Table Metadata => Engine.TableOf(Table);

    public RowAccess Access => Engine.AccessOf(Caller, Unit!.Session);

    /// <summary>
    /// The row as it was before the main operation; empty where there is none. All columns, whoever asks. Until the main
    /// operation has begun, what steps write to the row in the meantime is seen.
    /// </summary>
    public Entity? Before()
    {
        if (Unit is null)
        {
            return Engine.WithSession(session => Engine.QueriesAsSystem(session).Find(Table, RowId, new ColumnSet(true)));
        }

        if (!isUnderWay && (before is null || beforeAt != Unit.Writes))
        {
            beforeAt = Unit.Writes;
            before = Engine.QueriesAsSystem(Unit.Session).Find(Table, RowId, new ColumnSet(true));
        }

        return before;
    }

    /// <summary>The main operation begins: from now on, before is what it is now.</summary>
    public void Begin(bool keepsBefore)
    {
        if (keepsBefore)
        {
            Before();
        }

        isUnderWay = keepsBefore;
    }

    /// <summary>One of the messages that this one, validated, really is.</summary>
    public Operation PartOf(OrganizationRequest request) => new()
    {
        Engine = Engine,
        Message = Message,
        Request = request,
        Caller = Caller,
        Mode = Mode,
        Parent = Parent,
        Depth = Depth,
        CorrelationId = CorrelationId,
        StartedOn = StartedOn,
        Table = Table,
        RowId = RowId,
        Unit = Unit,
        Results = Results,
        EarlyVariables = EarlyVariables,
        Bypass = Bypass,
    };

    // What a caller gives as "tag", every step finds (PD/optional-parameters.md, "Add a shared variable").
    private ParameterCollection Tagged() => Input.TryGetValue(OptionalParameters.Tag, out var tag) ? new() { [OptionalParameters.Tag] = tag } : [];

    public T Required<T>(string parameter) =>
        Input.TryGetValue(parameter, out var value) && value is T given ? given : throw Faults.DataFaults.MissingParameter(Message, parameter);

    public T? Optional<T>(string parameter) => Input.TryGetValue(parameter, out var value) && value is T given ? given : default;
}
