using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

internal sealed class Update : MessageHandler
{
    private const string OwnerColumn = "ownerid";
    private static readonly string[] OwnerColumns = ["businessunitid", "parentsystemuserid"];
    private static readonly string[] StateColumns = ["statecode", "statuscode"];

    public override string RequestName => "Update";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
    {
        var target = Targets.Of(request);
        var table = engine.TableOf(target.LogicalName);
        target.Id = Targets.IdOf(engine, session, table, target.Id, target.KeyAttributes);
        return new Subject(table.Name, target.Id);
    }

    /// <summary>
    /// State and other columns together are two updates, each with its own events; so are owner columns and others of the
    /// tables that business units own (PD/special-update-operation-behavior.md).
    /// </summary>
    public override IReadOnlyList<OrganizationRequest> Parts(OrganizationRequest request, Engine engine)
    {
        if (!request.Parameters.TryGetValue("Target", out var value) || value is not Entity target)
        {
            return [request];
        }

        var table = engine.TableOf(target.LogicalName);
        var apart = table.Ownership == Ownership.Business && table.Name != BusinessUnit.Table ? OwnerColumns : StateColumns;
        return !apart.Any(target.Contains) || target.Attributes.Keys.All(apart.Contains)
            ? [request]
            : [Only(target, request, apart, isApart: false), Only(target, request, apart, isApart: true)];
    }

    public override void Run(Operation operation)
    {
        var target = operation.Required<Entity>("Target");
        RelatedRows.Refuse(operation, target);
        var table = operation.Metadata;
        var before = operation.Before() ?? throw DataFaults.NoSuchRow(table.Name, operation.RowId);
        if (operation.Mode == Mode.Asked && !operation.Access.SeesEverything)
        {
            DemandRights(operation, target, before);
        }

        var version = RowVersions.Wanted(operation, target.RowVersion);
        var row = ChangedRow.Of(operation, target, before);
        if (operation.Engine.Shares.AreMoved(operation, row, before))
        {
            throw new NotSupportedByLocalOrgException($"moving a row of '{table.Name}' from or to one that is shared");
        }

        operation.Engine.Rules.Updating(operation, row, before);
        if (!operation.Engine.Writer(operation.Unit!).Update(row, operation.RowId, version))
        {
            throw RowVersions.Changed(operation);
        }

        OwnerChange.Follow(operation, row, before);
        operation.After = new Lazy<Entity>(() => row.Over(Copy(before)));
        operation.Engine.Rules.Updated(operation, row, before);
    }

    // Giving a row away is an Assign, which Update took over (PD/org-service/entity-operations-update-delete.md, "Legacy update messages").
    private static void DemandRights(Operation operation, Entity target, Entity before)
    {
        operation.Access.Demand(operation.Metadata, before, Access.Write);
        if (operation.Metadata.IsOwned && target.Contains(OwnerColumn))
        {
            operation.Access.Demand(operation.Metadata, before, Access.Assign);
        }

        LookupRights.Demand(operation, target, before);
    }

    // What else the caller gave with the request holds for both.
    private static UpdateRequest Only(Entity target, OrganizationRequest whole, string[] apart, bool isApart)
    {
        var part = new Entity(target.LogicalName, target.Id) { RowVersion = isApart ? null : target.RowVersion };
        part.Attributes.AddRange(target.Attributes.Where(column => apart.Contains(column.Key) == isApart));
        part.KeyAttributes.AddRange(target.KeyAttributes);
        part.RelatedEntities.AddRange(target.RelatedEntities);
        var request = new UpdateRequest();
        request.Parameters.AddRange(whole.Parameters.Where(parameter => parameter.Key != "Target" && (!isApart || parameter.Key != "ConcurrencyBehavior")));
        request.Target = part;
        return request;
    }

    private static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id);
        copy.Attributes.AddRange(row.Attributes);
        return copy;
    }
}
