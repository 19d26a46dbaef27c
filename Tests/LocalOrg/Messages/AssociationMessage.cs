using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>What Associate and Disassociate share: finding the intersect table and its two ends.</summary>
internal abstract class AssociationMessage : MessageHandler
{
    // Giving roles and the like is no appending.
    private static readonly HashSet<string> OfPrincipals = [SystemUser.Table, Team.Table];

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session) =>
        request.Parameters.TryGetValue("Target", out var value) && value is EntityReference target
            ? new Subject(engine.TableOf(target.LogicalName).Name, target.Id)
            : throw DataFaults.MissingParameter(RequestName, "Target");

    public override void Run(Operation operation)
    {
        var engine = operation.Engine;
        var name = operation.Required<Microsoft.Xrm.Sdk.Relationship>("Relationship").SchemaName;
        var relation = engine.Catalog.Intersections.FirstOrDefault(candidate => candidate.Name == name)
            ?? throw new NotSupportedByLocalOrgException($"associating rows by '{name}': only many-to-many relationships of the catalog");
        var target = operation.Before() ?? throw DataFaults.NoSuchRow(operation.Table, operation.RowId);
        var isOrdinary = !OfPrincipals.Contains(operation.Table);
        operation.Access.Demand(operation.Metadata, target, isOrdinary ? Access.Append : Access.Write);
        foreach (var related in operation.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            UnitRoles.DemandSameUnit(operation, related);
            if (isOrdinary)
            {
                LookupRights.DemandAppendTo(operation, operation.Access, related);
            }

            Apply(operation, engine.TableOf(relation.Table), EndsOf(operation, related));
        }
    }

    protected abstract void Apply(Operation operation, Table intersect, IReadOnlyDictionary<string, Guid> ends);

    private static Dictionary<string, Guid> EndsOf(Operation operation, EntityReference related) => new()
    {
        [operation.Metadata.PrimaryKey.Name] = operation.RowId,
        [operation.Engine.TableOf(related.LogicalName).PrimaryKey.Name] = related.Id,
    };
}
