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

    public override bool IsEnvelope => true;

    // Whichever message it becomes has the transaction, and so PreValidation before it.
    public override bool IsTransactional(Engine engine) => false;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) =>
        new(engine.TableOf(Targets.Of(request).LogicalName).Name, Guid.Empty);

    public override void Run(Operation operation)
    {
        var target = operation.Required<Entity>("Target");
        var engine = operation.Engine;
        var isNew = operation.Unit is { } unit
            ? Aim(engine, unit.Session, operation.Metadata, target)
            : engine.WithSession(session => Aim(engine, session, operation.Metadata, target));
        var id = target.Id;
        if (isNew)
        {
            id = ((CreateResponse)Send(operation, new CreateRequest { Target = target })).id;
        }
        else
        {
            Send(operation, new UpdateRequest { Target = target });
        }

        operation.Results["RecordCreated"] = isNew;
        operation.Results["Target"] = new EntityReference(target.LogicalName, id);
    }

    // To steps it is that message, as if the caller had sent it; what the caller says of how it is run holds for it.
    private static OrganizationResponse Send(Operation operation, OrganizationRequest request) =>
        operation.Engine.ExecuteWithin(OptionalParameters.HandOn(operation.Request, request), operation);

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
