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
        var session = operation.Unit!.Session;
        var id = target.KeyAttributes.Count > 0
            ? Targets.Find(engine, session, operation.Metadata, target.KeyAttributes)
            : target.Id != Guid.Empty && engine.QueriesAsSystem(session).Find(target.LogicalName, target.Id, new(false)) is { } found ? found.Id : null;
        operation.Results["RecordCreated"] = id is null;
        if (id is { } existing)
        {
            target.Id = existing;
            engine.Execute(new UpdateRequest { Target = target }, operation.Caller, operation);
        }
        else
        {
            foreach (var key in target.KeyAttributes)
            {
                target[key.Key] = key.Value;
            }

            id = ((CreateResponse)engine.Execute(new CreateRequest { Target = target }, operation.Caller, operation)).id;
        }

        operation.Results["Target"] = new EntityReference(target.LogicalName, id.Value);
    }
}
