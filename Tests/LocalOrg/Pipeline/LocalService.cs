using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Pipeline;

/// <summary>The organization service of one caller: outside, or inside a plug-in.</summary>
/// <param name="engine">The org.</param>
/// <param name="caller">Whose rights hold.</param>
/// <param name="parent">The message whose step is calling; empty outside.</param>
internal sealed class LocalService(Engine engine, Caller caller, Operation? parent = null) : IOrganizationService
{
    public Guid Create(Entity entity) => ((CreateResponse)Execute(new CreateRequest { Target = entity })).id;

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) =>
        ((RetrieveResponse)Execute(new RetrieveRequest { Target = new EntityReference(entityName, id), ColumnSet = columnSet })).Entity;

    public void Update(Entity entity) => Execute(new UpdateRequest { Target = entity });

    public void Delete(string entityName, Guid id) => Execute(new DeleteRequest { Target = new EntityReference(entityName, id) });

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => Execute(new AssociateRequest
    {
        Target = new EntityReference(entityName, entityId),
        Relationship = relationship,
        RelatedEntities = relatedEntities,
    });

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) => Execute(new DisassociateRequest
    {
        Target = new EntityReference(entityName, entityId),
        Relationship = relationship,
        RelatedEntities = relatedEntities,
    });

    public EntityCollection RetrieveMultiple(QueryBase query) =>
        ((RetrieveMultipleResponse)Execute(new RetrieveMultipleRequest { Query = query })).EntityCollection;

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (parent is null)
        {
            return engine.Execute(Copies.Of(request), caller, null);
        }

        RefuseInsidePlugins(request.RequestName ?? "");
        return Nested(request, parent);
    }

    // platform-facts.md 2: send requests one by one.
    private void RefuseInsidePlugins(string name)
    {
        if (!engine.Options.BulkInPlugins && (name == "ExecuteTransaction" || (name.EndsWith("Multiple", StringComparison.Ordinal) && name != "RetrieveMultiple")))
        {
            throw new NotSupportedByLocalOrgException($"{name} inside a plug-in: Dataverse advises against bulk messages there");
        }
    }

    private OrganizationResponse Nested(OrganizationRequest request, Operation operation)
    {
        operation.Unit?.DemandAlive();
        try
        {
            engine.Meter.Count(operation, request);
            if (engine.Now - operation.StartedOn > Engine.LongestMessage)
            {
                throw PipelineFaults.TooLong(operation.Message);
            }

            return engine.Execute(Copies.Of(request), caller, operation);
        }
        catch
        {
            operation.Unit?.Doom();
            throw;
        }
    }
}
