using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>Rows that are sent inside another: made with it, in its transaction, and linked to it (entity-operations-create.md, "Create related table rows in one operation").</summary>
internal static class RelatedRows
{
    public static void Create(Operation operation, Entity target)
    {
        foreach (var (relationship, rows) in target.RelatedEntities)
        {
            var name = relationship.SchemaName;
            var catalog = operation.Engine.Catalog;
            if (catalog.Relationships.FirstOrDefault(candidate => candidate.Name == name && candidate.Referenced == operation.Table) is { } below)
            {
                CreateBelow(operation, below, rows);
            }
            else if (catalog.Intersections.Any(candidate => candidate.Name == name))
            {
                CreateBeside(operation, relationship, rows);
            }
            else
            {
                throw new NotSupportedByLocalOrgException($"related rows by '{name}' of '{operation.Table}'");
            }
        }
    }

    /// <summary>Refuses them where they are not modelled.</summary>
    public static void Refuse(Operation operation, Entity target)
    {
        if (target.RelatedEntities.Count > 0)
        {
            throw new NotSupportedByLocalOrgException($"related rows in {operation.Message}");
        }
    }

    private static void CreateBelow(Operation operation, Metadata.Relationship relation, EntityCollection rows)
    {
        foreach (var row in rows.Entities)
        {
            var child = Copies.Of(row);
            child[relation.ReferencingColumn] = new EntityReference(operation.Table, operation.RowId);
            operation.Engine.ExecuteWithin(new CreateRequest { Target = child }, operation);
        }
    }

    private static void CreateBeside(Operation operation, Relationship relationship, EntityCollection rows)
    {
        var made = rows.Entities.Select(row => new EntityReference(
            row.LogicalName,
            ((CreateResponse)operation.Engine.ExecuteWithin(new CreateRequest { Target = Copies.Of(row) }, operation)).id)).ToList();
        operation.Engine.ExecuteWithin(
            new AssociateRequest { Target = new EntityReference(operation.Table, operation.RowId), Relationship = relationship, RelatedEntities = [.. made] },
            operation);
    }
}
