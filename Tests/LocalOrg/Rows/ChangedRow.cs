using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Messages;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>The columns an Update writes: what the caller sent, checked, and what the platform adds.</summary>
internal static class ChangedRow
{
    public static RowValues Of(Operation operation, Entity target, Entity before)
    {
        var table = operation.Metadata;
        var row = new RowValues(table);
        foreach (var (name, value) in target.Attributes)
        {
            var column = table.Columns.TryGetValue(name, out var known) ? known : throw DataFaults.UnknownColumn(table.Name, name);
            if (column.Type == ColumnType.PrimaryKey || !column.ValidForUpdate)
            {
                continue;
            }

            operation.Access.DemandColumn(table, column, isNew: false);
            row[column] = ColumnValue.Checked(table, column, Targets.Resolved(operation, value));
        }

        StatePair.FillChanged(table, row, before);
        if (row.Has("ownerid"))
        {
            OwnerChange.Fill(operation, row, before.GetAttributeValue<EntityReference>("ownerid")!);
        }

        CurrencyColumns.Fill(operation, row, before);
        row.SetIfKnown("modifiedon", NewRow.WholeSeconds(operation.Engine.Now));
        row.SetIfKnown("modifiedby", operation.Caller.UserId);
        row.SetIfKnown("modifiedonbehalfby", operation.Caller.OnBehalfBy);
        row.SetIfKnown("versionnumber", operation.Engine.Numbers.NextVersion());
        return row;
    }
}
