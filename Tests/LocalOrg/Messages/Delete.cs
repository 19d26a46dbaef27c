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

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
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
        DemandVersion(operation);
        Keep(operation, before);
        foreach (var relation in operation.Engine.Catalog.Relationships.Where(relation => relation.Referenced == table.Name))
        {
            Cascade(operation, relation);
        }

        if (!operation.Engine.Writer(operation.Unit!).Delete(table, operation.RowId))
        {
            throw RowVersions.Changed(operation);
        }

        operation.Engine.Rules.Deleted(operation);
        operation.Engine.Shares.Forget(operation);
    }

    // Before anything below the row goes; the row stays locked from here on.
    private static void DemandVersion(Operation operation)
    {
        if (RowVersions.Wanted(operation, operation.Required<EntityReference>("Target").RowVersion) is { } version
            && !operation.Engine.Writer(operation.Unit!).Hold(operation.Metadata, operation.RowId, version))
        {
            throw RowVersions.Changed(operation);
        }
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
                var lookup = relation.ReferencingColumn;
                rows.ForEach(row => KeepLink(operation, new EntityReference(referencing.Name, row), lookup));
                engine.Writer(operation.Unit!).UpdateWhere(Unlinked(operation, referencing, lookup), lookup, operation.RowId);
                break;
        }
    }

    private static RowValues Unlinked(Operation operation, Table table, string lookup)
    {
        var row = new RowValues(table) { [lookup] = null };
        row.SetIfKnown(WriteTexts.Version, operation.Engine.Numbers.NextVersion());
        return row;
    }

    private static bool HasBin(Operation operation) => operation.Engine.Options.RecycleBin.Contains(operation.Table);

    // A row that goes with another one comes back with it.
    private static void Keep(Operation operation, Entity before)
    {
        if (HasBin(operation))
        {
            var cause = operation is { Mode: Mode.Platform, Parent: { Message: "Delete" } above } ? above.RowId : (Guid?)null;
            operation.Engine.BinOf(operation.Unit!).Keep(operation.Engine.NewId(), before, cause);
        }
    }

    private static void KeepLink(Operation operation, EntityReference row, string lookup)
    {
        if (HasBin(operation))
        {
            operation.Engine.BinOf(operation.Unit!).KeepLink(operation.Engine.NewId(), row, lookup, operation.RowId);
        }
    }
}
