using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

internal sealed class Update : MessageHandler
{
    private static readonly string[] StateColumns = ["statecode", "statuscode"];

    public override string RequestName => "Update";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session)
    {
        var target = Targets.Own(request);
        var table = engine.TableOf(target.LogicalName);
        target.Id = Targets.IdOf(engine, session, table, target.Id, target.KeyAttributes);
        return new Subject(table.Name, target.Id);
    }

    /// <summary>State and other columns together are two updates, each with its own events (platform-facts.md 1).</summary>
    public override IReadOnlyList<OrganizationRequest> Parts(OrganizationRequest request, Engine engine)
    {
        if (!request.Parameters.TryGetValue("Target", out var value) || value is not Entity target
            || !StateColumns.Any(target.Contains) || target.Attributes.Keys.All(StateColumns.Contains))
        {
            return [request];
        }

        return [Only(target, request, isState: false), Only(target, request, isState: true)];
    }

    public override void Run(Operation operation)
    {
        var target = operation.Required<Entity>("Target");
        var table = operation.Metadata;
        var before = operation.Before() ?? throw DataFaults.NoSuchRow(table.Name, operation.RowId);
        if (operation.Mode == Mode.Asked)
        {
            operation.Access.Demand(table, before, Access.Write);
        }

        RowVersions.Check(operation, target.RowVersion, before);
        var row = ChangedRow.Of(operation, target, before);
        operation.Engine.Rules.Updating(operation, row, before);
        operation.Engine.Writer(operation.Unit!).Update(row, operation.RowId);
        OwnerChange.Follow(operation, row);
        operation.After = new Lazy<Entity>(() => row.Over(Copy(before)));
        operation.Engine.Rules.Updated(operation, row, before);
    }

    private static UpdateRequest Only(Entity target, OrganizationRequest whole, bool isState)
    {
        var part = new Entity(target.LogicalName, target.Id) { RowVersion = isState ? null : target.RowVersion };
        part.Attributes.AddRange(target.Attributes.Where(column => StateColumns.Contains(column.Key) == isState));
        part.KeyAttributes.AddRange(target.KeyAttributes);
        var request = new UpdateRequest { Target = part };
        if (!isState && whole is UpdateRequest given)
        {
            request.ConcurrencyBehavior = given.ConcurrencyBehavior;
        }

        return request;
    }

    private static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id);
        copy.Attributes.AddRange(row.Attributes);
        return copy;
    }
}
