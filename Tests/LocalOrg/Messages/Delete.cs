using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

internal sealed class Delete : MessageHandler
{
    public override string RequestName => "Delete";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session)
    {
        var target = request.Parameters.TryGetValue("Target", out var value) && value is EntityReference given ? given : throw DataFaults.MissingParameter(RequestName, "Target");
        var table = engine.TableOf(target.LogicalName);
        return new Subject(table.Name, Targets.IdOf(engine, session, table, target.Id, target.KeyAttributes));
    }

    public override void Run(Operation operation)
    {
        var table = operation.Metadata;
        var before = operation.Before() ?? throw DataFaults.NoSuchRow(table.Name, operation.RowId);
        operation.Access.Demand(table, before, Access.Delete);
        RowVersions.Check(operation, operation.Required<EntityReference>("Target").RowVersion, before);
        foreach (var relation in operation.Engine.Catalog.Relationships.Where(relation => relation.Referenced == table.Name))
        {
            Cascade(operation, relation);
        }

        operation.Engine.Writer(operation.Unit!).Delete(table, operation.RowId);
        operation.Engine.Rules.Deleted(operation);
        operation.Engine.Shares.Forget(operation);
    }

    // The order of checks does not matter: what one of them refuses is rolled back whole.
    private static void Cascade(Operation operation, Metadata.Relationship relation)
    {
        var engine = operation.Engine;
        var referencing = engine.TableOf(relation.Referencing);
        var rows = engine.Writer(operation.Unit!).Referencing(referencing, relation.ReferencingColumn, operation.RowId);
        if (rows.Count == 0)
        {
            return;
        }

        switch (relation.OnDelete)
        {
            case Metadata.Cascade.Restrict:
                throw DataFaults.DeleteRestricted(relation.Name);
            case Metadata.Cascade.Cascade:
                rows.ForEach(row => engine.Execute(
                    new DeleteRequest { Target = new EntityReference(referencing.Name, row) },
                    operation.Caller with { UserId = WellKnown.SystemUser },
                    operation,
                    Mode.Platform));
                break;
            default:
                engine.Writer(operation.Unit!).UpdateWhere(Unlinked(referencing, relation.ReferencingColumn), relation.ReferencingColumn, operation.RowId);
                break;
        }
    }

    private static RowValues Unlinked(Table table, string lookup) => new(table) { [lookup] = null };
}
