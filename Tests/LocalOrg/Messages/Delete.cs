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

    // "Restrict is checked before stage 20, RemoveLink nulls child lookups between stage 10 and 20" (platform-facts.md 1).
    public override void Prepare(Operation operation)
    {
        var table = operation.Metadata;
        var before = operation.Before() ?? throw DataFaults.NoSuchRow(table.Name, operation.RowId);
        operation.Access.Demand(table, before, Access.Delete);
        DemandVersion(operation);
        LetGo(operation);
    }

    public override void Run(Operation operation)
    {
        var table = operation.Metadata;
        if (operation.Unit!.Writes != operation.PreparedAt)
        {
            // A step has written since, perhaps a row that points here.
            LetGo(operation);
        }

        Keep(operation);
        foreach (var relation in RelationsOf(operation, Metadata.Cascade.Cascade))
        {
            DeleteBelow(operation, relation);
        }

        if (!operation.Engine.Writer(operation.Unit).Delete(table, operation.RowId))
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

    private static void LetGo(Operation operation)
    {
        foreach (var relation in RelationsOf(operation, Metadata.Cascade.Restrict).Where(relation => Below(operation, relation).Count > 0))
        {
            throw DataFaults.DeleteRestricted(relation.Name);
        }

        foreach (var relation in RelationsOf(operation, Metadata.Cascade.RemoveLink, Metadata.Cascade.NoCascade))
        {
            RemoveLinks(operation, relation);
        }

        operation.PreparedAt = operation.Unit!.Writes;
    }

    private static IEnumerable<Metadata.Relationship> RelationsOf(Operation operation, params Metadata.Cascade[] onDelete) =>
        operation.Engine.Catalog.Relationships.Where(relation => relation.Referenced == operation.Table && onDelete.Contains(relation.OnDelete));

    private static List<Guid> Below(Operation operation, Metadata.Relationship relation) =>
        operation.Engine.WriterFor(operation.Unit!.Session).Referencing(operation.Engine.TableOf(relation.Referencing), relation.ReferencingColumn, operation.RowId);

    private static void DeleteBelow(Operation operation, Metadata.Relationship relation) => Below(operation, relation).ForEach(row => operation.Engine.Execute(
        new DeleteRequest { Target = new EntityReference(relation.Referencing, row) },
        operation.Caller with { UserId = WellKnown.SystemUser },
        operation,
        Mode.Platform));

    private static void RemoveLinks(Operation operation, Metadata.Relationship relation)
    {
        var rows = Below(operation, relation);
        if (rows.Count > 0)
        {
            var (table, lookup) = (operation.Engine.TableOf(relation.Referencing), relation.ReferencingColumn);
            rows.ForEach(row => KeepLink(operation, new EntityReference(table.Name, row), lookup));
            operation.Engine.Writer(operation.Unit!).UpdateWhere(Unlinked(operation, table, lookup), lookup, operation.RowId);
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
    private static void Keep(Operation operation)
    {
        if (HasBin(operation) && operation.Before() is { } before)
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
