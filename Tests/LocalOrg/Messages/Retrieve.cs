using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

internal sealed class Retrieve : MessageHandler
{
    // What steps see is not called what the response's property is (PD/understand-the-data-context.md, "OutputParameters").
    private const string Key = "BusinessEntity";

    public override string RequestName => "Retrieve";

    public override bool IsReadOnly => true;

    public override ParameterCollection Answer(ParameterCollection results) => new() { ["Entity"] = results[Key] };

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
    {
        var target = request.Parameters.TryGetValue("Target", out var value) && value is EntityReference given ? given : throw DataFaults.MissingParameter(RequestName, "Target");
        var table = engine.TableOf(target.LogicalName);
        return new Subject(table.Name, Targets.IdOf(engine, session, table, target.Id, target.KeyAttributes));
    }

    public override void Run(Operation operation)
    {
        var queries = operation.Engine.QueriesAs(operation.Access, operation.Unit!.Session);
        operation.Results[Key] = queries.Find(operation.Table, operation.RowId, operation.Required<ColumnSet>("ColumnSet"), formatted: true) ?? throw Missing(operation);
    }

    // Out of reach is another answer than not there.
    private static Exception Missing(Operation operation) => operation.Before() is null
        ? DataFaults.NoSuchRow(operation.Table, operation.RowId)
        : SecurityFaults.NoAccess(operation.Caller.UserId, "prv" + Access.Read + operation.Metadata.PrivilegeName, operation.Table, operation.RowId);
}
