using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>What Associate and Disassociate share: finding the intersect table and its two ends.</summary>
internal abstract class AssociationMessage : MessageHandler
{
    // Giving roles and the like is no appending.
    private static readonly HashSet<string> OfPrincipals = [SystemUser.Table, Team.Table];

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) =>
        request.Parameters.TryGetValue("Target", out var value) && value is EntityReference target
            ? new Subject(engine.TableOf(target.LogicalName).Name, target.Id)
            : throw DataFaults.MissingParameter(RequestName, "Target");

    public override void Run(Operation operation)
    {
        var name = operation.Required<Microsoft.Xrm.Sdk.Relationship>("Relationship").SchemaName;
        var catalog = operation.Engine.Catalog;
        if (catalog.Intersections.FirstOrDefault(candidate => candidate.Name == name) is { } relation)
        {
            JoinRows(operation, relation);
        }
        else if (catalog.Relationships.FirstOrDefault(candidate => candidate.Name == name) is { } lookup)
        {
            PointRows(operation, lookup);
        }
        else
        {
            throw new NotSupportedByLocalOrgException($"associating rows by '{name}', which is no relationship of the catalog");
        }
    }

    /// <summary>What a lookup is set to: the row that is joined, or nothing.</summary>
    protected abstract EntityReference? Pointed(EntityReference referenced);

    protected abstract void Apply(Operation operation, Table intersect, IReadOnlyDictionary<string, Guid> ends);

    private void JoinRows(Operation operation, Intersection relation)
    {
        var engine = operation.Engine;
        var target = operation.Before() ?? throw DataFaults.NoSuchRow(operation.Table, operation.RowId);
        var isOrdinary = !OfPrincipals.Contains(operation.Table);
        operation.Access.Demand(operation.Metadata, target, isOrdinary ? Access.Append : Access.Write);
        foreach (var related in operation.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            DemandEnd(operation, relation, related);
            UnitRoles.DemandSameUnit(operation, related);
            if (isOrdinary)
            {
                LookupRights.DemandAppendTo(operation, operation.Access, related);
            }

            Apply(operation, engine.TableOf(relation.Table), EndsOf(operation, related));
        }
    }

    // One-to-many is the lookup of the many, whichever end is named first; setting it there is the same (the page cited by the tests).
    private void PointRows(Operation operation, Metadata.Relationship relation)
    {
        var target = new EntityReference(operation.Table, operation.RowId);
        var isAbove = operation.Table == relation.Referenced;
        foreach (var related in operation.Required<EntityReferenceCollection>("RelatedEntities"))
        {
            var expected = isAbove ? relation.Referencing : relation.Referenced;
            if (related.LogicalName != expected)
            {
                throw DataFaults.WrongType(relation.Referencing, relation.ReferencingColumn, related.LogicalName, expected);
            }

            var (referenced, referencing) = isAbove ? (target, related) : (related, target);
            operation.Engine.ExecuteWithin(
                new UpdateRequest { Target = new Entity(referencing.LogicalName, referencing.Id) { [relation.ReferencingColumn] = Pointed(referenced) } },
                operation);
        }
    }

    private static void DemandEnd(Operation operation, Intersection relation, EntityReference related)
    {
        if (operation.Table != relation.First && operation.Table != relation.Second)
        {
            throw DataFaults.WrongEnd(relation.Name, operation.Table, $"{relation.First}' and '{relation.Second}");
        }

        var expected = operation.Table == relation.First ? relation.Second : relation.First;
        if (related.LogicalName != expected)
        {
            throw DataFaults.WrongEnd(relation.Name, related.LogicalName, expected);
        }
    }

    private static Dictionary<string, Guid> EndsOf(Operation operation, EntityReference related) => new()
    {
        [operation.Metadata.PrimaryKey.Name] = operation.RowId,
        [operation.Engine.TableOf(related.LogicalName).PrimaryKey.Name] = related.Id,
    };
}
