using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

internal sealed class Disassociate : AssociationMessage
{
    public override string RequestName => "Disassociate";

    protected override EntityReference? Pointed(EntityReference referenced) => null;

    protected override void Apply(Operation operation, Table intersect, IReadOnlyDictionary<string, Guid> ends)
    {
        var engine = operation.Engine;
        var rows = engine.QueriesAsSystem(operation.Unit!.Session).Run(new Query
        {
            Table = intersect.Name,
            Filter = new Group(IsOr: false, [.. ends.Select(end => new Condition(null, end.Key, ConditionOperator.Equal, [end.Value]))]),
        });
        foreach (var row in rows.Entities)
        {
            engine.Writer(operation.Unit!).Delete(intersect, row.Id);
        }
    }
}
