using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>What a step is told of its message.</summary>
internal sealed class PluginContext(Operation operation, Step step, EntityImageCollection before, EntityImageCollection after, int? stage = null) : IPluginExecutionContext
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

    public Guid BusinessUnitId => WellKnown.RootBusinessUnit;

    public Guid OrganizationId => WellKnown.Organization;

    public string OrganizationName => "localorg";

    public Guid PrimaryEntityId => operation.RowId;

    public EntityImageCollection PreEntityImages => before;

    public EntityImageCollection PostEntityImages => after;

    public EntityReference OwningExtension => new("sdkmessageprocessingstep", step.Id);

    public Guid CorrelationId => operation.CorrelationId;

    public bool IsExecutingOffline => false;

    public bool IsOfflinePlayback => false;

    public bool IsInTransaction => operation.Unit is not null && !step.IsAsynchronous;

    public Guid OperationId => operation.CorrelationId;

    public DateTime OperationCreatedOn => operation.StartedOn;
}
