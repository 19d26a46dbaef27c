using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

internal sealed class Create : MessageHandler
{
    public override string RequestName => "Create";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
    {
        var target = Targets.Of(request);
        return new Subject(engine.TableOf(target.LogicalName).Name, target.Id);
    }

    public override void Run(Operation operation)
    {
        var target = operation.Required<Entity>("Target");
        var table = operation.Metadata;
        if (operation.Mode == Mode.Asked)
        {
            operation.Access.Demand(table, Access.Create);
        }

        if (target.KeyAttributes.Count > 0)
        {
            throw new NotSupportedByLocalOrgException("key attributes in Create");
        }

        var row = NewRow.Of(operation, target);
        DemandReach(operation, target, row);
        operation.Engine.Rules.Creating(operation, row);
        operation.Engine.Writer(operation.Unit!).Insert(row);
        operation.RowId = (Guid)row[table.PrimaryKey.Name]!;
        operation.After = new Lazy<Entity>(() => row.Over(new Entity(table.Name, operation.RowId)));
        operation.Engine.Shares.Inherit(operation, row);
        operation.Engine.Rules.Created(operation, row);
        RelatedRows.Create(operation, target);
        operation.Results["id"] = operation.RowId;
    }

    // How far the right to create reaches is seen by who will own the row.
    private static void DemandReach(Operation operation, Entity target, RowValues row)
    {
        if (operation.Mode == Mode.Asked && !operation.Access.SeesEverything)
        {
            var owned = row.Over(new Entity(operation.Table));
            operation.Access.Demand(operation.Metadata, owned, Access.Create);
            LookupRights.Demand(operation, target, owned);
        }
    }
}
