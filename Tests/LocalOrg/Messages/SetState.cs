using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>The older way to change a state; steps of Update do not run for it, steps of SetState do.</summary>
internal sealed class SetState : MessageHandler
{
    public override string RequestName => "SetState";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) =>
        request.Parameters.TryGetValue("EntityMoniker", out var value) && value is EntityReference moniker
            ? new Subject(engine.TableOf(moniker.LogicalName).Name, moniker.Id)
            : throw DataFaults.MissingParameter(RequestName, "EntityMoniker");

    public override void Run(Operation operation)
    {
        var change = new Entity(operation.Table, operation.RowId)
        {
            ["statecode"] = operation.Required<OptionSetValue>("State"),
            ["statuscode"] = operation.Required<OptionSetValue>("Status"),
        };
        operation.Access.Demand(operation.Metadata, operation.Before() ?? throw DataFaults.NoSuchRow(operation.Table, operation.RowId), Security.Access.Write);
        operation.Engine.Rules.DemandStateChange(operation, change);
        operation.Engine.Execute(new UpdateRequest { Target = change }, operation.Caller, operation, Mode.Silent);
    }
}
