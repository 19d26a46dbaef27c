using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>Looks the row up, then calls Update or Create; no event of its own (platform-facts.md 2).</summary>
internal sealed class Upsert : MessageHandler
{
    public override string RequestName => "Upsert";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session) =>
        new(engine.TableOf(Targets.Own(request).LogicalName).Name, Guid.Empty);

    public override void Run(Operation operation)
    {
        var target = operation.Required<Entity>("Target");
        var engine = operation.Engine;
        var isNew = Aim(engine, operation.Unit!.Session, operation.Metadata, target);
        var id = target.Id;
        if (isNew)
        {
            id = ((CreateResponse)engine.Execute(new CreateRequest { Target = target }, operation.Caller, operation)).id;
        }
        else
        {
            engine.Execute(new UpdateRequest { Target = target }, operation.Caller, operation);
        }

        operation.Results["RecordCreated"] = isNew;
        operation.Results["Target"] = new EntityReference(target.LogicalName, id);
    }

    /// <summary>Gives the row the id of the one that is there, or the columns of its key if it has to be made; whether it has.</summary>
    public static bool Aim(Engine engine, StoreSession session, Table table, Entity target)
    {
        var existing = target.KeyAttributes.Count > 0
            ? Targets.Find(engine, session, table, target.KeyAttributes)
            : target.Id != Guid.Empty && engine.QueriesAsSystem(session).Find(table.Name, target.Id, new(false)) is { } found ? found.Id : null;
        if (existing is { } id)
        {
            target.Id = id;
            return false;
        }

        foreach (var (column, value) in target.KeyAttributes)
        {
            target[column] = value;
        }

        target.KeyAttributes.Clear();
        return true;
    }
}
