using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

internal sealed class Associate : AssociationMessage
{
    public override string RequestName => "Associate";

    protected override EntityReference? Pointed(EntityReference referenced) => referenced;

    protected override void Apply(Operation operation, Table intersect, IReadOnlyDictionary<string, Guid> ends)
    {
        var row = new RowValues(intersect) { [intersect.PrimaryKey.Name] = operation.Engine.NewId() };
        foreach (var (column, id) in ends)
        {
            row[column] = id;
        }

        operation.Engine.Writer(operation.Unit!).Insert(row);
    }
}
