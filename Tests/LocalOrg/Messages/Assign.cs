using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>The older way to change an owner; steps of Update do not run for it, steps of Assign do (special-update-operation-behavior.md).</summary>
internal sealed class Assign : MessageHandler
{
    public override string RequestName => "Assign";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
    {
        var target = request.Parameters.TryGetValue("Target", out var value) && value is EntityReference given ? given : throw DataFaults.MissingParameter(RequestName, "Target");
        var table = engine.TableOf(target.LogicalName);
        return table.IsOwned
            ? new Subject(table.Name, Targets.IdOf(engine, session, table, target.Id, target.KeyAttributes))
            : throw DataFaults.MessageNotForTable(RequestName, table.Name);
    }

    public override void Run(Operation operation)
    {
        var change = new Entity(operation.Table, operation.RowId) { ["ownerid"] = operation.Required<EntityReference>("Assignee") };
        var before = operation.Before() ?? throw DataFaults.NoSuchRow(operation.Table, operation.RowId);
        operation.Access.Demand(operation.Metadata, before, Access.Assign);
        operation.Engine.Execute(new UpdateRequest { Target = change }, operation.Caller, operation, Mode.Silent);
    }
}
