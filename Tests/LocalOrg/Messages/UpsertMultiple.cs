using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>Looks all rows up, then calls CreateMultiple for the new ones and UpdateMultiple for the others; no event of its own.</summary>
internal sealed class UpsertMultiple() : BulkMessage("Upsert")
{
    public override bool IsEnvelope => true;

    public override void Run(Operation operation)
    {
        var engine = operation.Engine;
        var rows = TargetsOf(operation.Request).Entities;
        var isNew = rows.Select(row => Upsert.Aim(engine, operation.Unit!.Session, operation.Metadata, row)).ToList();
        var ids = Send<CreateMultipleResponse>(operation, [.. rows.Where((_, place) => isNew[place])], "CreateMultiple")?.Ids ?? [];
        Send<UpdateMultipleResponse>(operation, [.. rows.Where((_, place) => !isNew[place])], "UpdateMultiple");
        var created = new Queue<Guid>(ids);
        operation.Results["Results"] = rows.Select((row, place) => Answer(row, isNew[place], isNew[place] ? created.Dequeue() : row.Id)).ToArray();
    }

    private static T? Send<T>(Operation operation, List<Entity> rows, string message)
        where T : OrganizationResponse
    {
        if (rows.Count == 0)
        {
            return null;
        }

        var request = new OrganizationRequest(message) { ["Targets"] = new EntityCollection(rows) { EntityName = operation.Table } };
        return (T)operation.Engine.ExecuteWithin(OptionalParameters.HandOn(operation.Request, request), operation);
    }

    private static UpsertResponse Answer(Entity row, bool isNew, Guid id)
    {
        OrganizationResponse answer = new UpsertResponse { ResponseName = "Upsert" };
        answer.Results["RecordCreated"] = isNew;
        answer.Results["Target"] = new EntityReference(row.LogicalName, id);
        return (UpsertResponse)answer;
    }
}
