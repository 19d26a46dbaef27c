using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>What a step is told of its message.</summary>
/// <param name="operation">The message.</param>
/// <param name="step">The step.</param>
/// <param name="before">The images before, those of each row apart.</param>
/// <param name="after">The images after, those of each row apart.</param>
/// <param name="stage">The stage, where it is not the step's own.</param>
internal sealed class PluginContext(Operation operation, Step step, EntityImageCollection[] before, EntityImageCollection[] after, int? stage = null) : IPluginExecutionContext4
{
    private const int Sandbox = 2;

    public int Stage => stage ?? step.Stage;

    // To the later stages of a write, its own PreValidation is the parent (PD/understand-the-data-context.md, "Shared variables").
    public IPluginExecutionContext ParentContext => operation.HasEarlyStage && Stage != Stages.PreValidation
        ? new PluginContext(operation, step, [], [], Stages.PreValidation)
        : operation.Parent is null ? null! : new PluginContext(operation.Parent, step, [], []);

    public int Mode => step.IsAsynchronous ? 1 : 0;

    public int IsolationMode => Sandbox;

    public int Depth => operation.Depth;

    public string MessageName => operation.Message;

    public string PrimaryEntityName => operation.Table;

    public Guid? RequestId => operation.Request.RequestId;

    public string SecondaryEntityName => "none";

    public ParameterCollection InputParameters => operation.Input;

    public ParameterCollection OutputParameters => operation.Results;

    public ParameterCollection SharedVariables => operation.HasEarlyStage && Stage == Stages.PreValidation ? operation.EarlyVariables : operation.SharedVariables;

    public Guid UserId => step.RunsAs ?? operation.Caller.UserId;

    public Guid InitiatingUserId => operation.Caller.InitiatingUserId;

    /// <summary>"The user making the request, also known as the calling user, belongs to" it (Learn, IExecutionContext.BusinessUnitId).</summary>
    public Guid BusinessUnitId => operation.Engine.UnitOf(operation.Caller.UserId, operation.Unit);

    public Guid OrganizationId => WellKnown.Organization;

    public string OrganizationName => "localorg";

    public Guid PrimaryEntityId => operation.RowId;

    public EntityImageCollection PreEntityImages => ImagesOf(before);

    public EntityImageCollection PostEntityImages => ImagesOf(after);

    public EntityImageCollection[] PreEntityImagesCollection => before;

    public EntityImageCollection[] PostEntityImagesCollection => after;

    public EntityReference OwningExtension => new("sdkmessageprocessingstep", step.Id);

    public Guid CorrelationId => operation.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => operation.Unit is not null && !step.IsAsynchronous;

    public Guid OperationId => operation.CorrelationId;

    public DateTime OperationCreatedOn => operation.StartedOn;

    public Guid AuthenticatedUserId => operation.Caller.OnBehalfBy ?? operation.Caller.InitiatingUserId;

    // No directory, no applications and no portals are modelled: what has no such id has the empty one.
    public Guid UserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserAzureActiveDirectoryObjectId => Guid.Empty;

    public Guid InitiatingUserApplicationId => Guid.Empty;

    public Guid PortalsContactId => Guid.Empty;

    public bool IsPortalsClientCall => false;

    // "Only available when you use IPluginExecutionContext4" are those of a bulk message (PD/write-plugin-multiple-operation.md).
    private EntityImageCollection ImagesOf(EntityImageCollection[] rows) => rows is [var only] && !BulkEvent.Is(operation.Message) ? only : [];
}
