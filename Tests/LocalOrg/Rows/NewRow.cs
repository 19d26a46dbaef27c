using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Messages;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>The row a Create makes: what the caller sent, checked, and what the platform adds.</summary>
internal static class NewRow
{
    public static RowValues Of(Operation operation, Entity target)
    {
        var table = operation.Metadata;
        var row = new RowValues(table);
        Identify(operation, target, row);
        foreach (var (name, value) in target.Attributes)
        {
            Set(operation, row, name, value);
        }

        Defaults(table, row);
        Stamps(operation, row);
        OwnerChange.Fill(operation, row, DefaultOwner(operation));
        StatePair.FillNew(table, row);
        CurrencyColumns.Fill(operation, row, null);
        operation.Engine.Numbers.Fill(operation.Engine, row);
        return row;
    }

    private static void Identify(Operation operation, Entity target, RowValues row)
    {
        var key = row.Table.PrimaryKey.Name;
        var id = target.Id != Guid.Empty ? target.Id : target.GetAttributeValue<Guid>(key);
        row[key] = id != Guid.Empty ? id : operation.Engine.NewId();
    }

    private static void Set(Operation operation, RowValues row, string name, object? value)
    {
        var table = row.Table;
        var column = table.Columns.TryGetValue(name, out var known) ? known : throw DataFaults.UnknownColumn(table.Name, name);

        // What the platform fills itself is passed over when sent, not refused.
        if (column.Type == ColumnType.PrimaryKey || !column.ValidForCreate)
        {
            return;
        }

        if (value is not null)
        {
            operation.Access.DemandColumn(table, column, isNew: true);
        }

        row[column] = ColumnValue.Checked(table, column, Targets.Resolved(operation, value));
    }

    private static void Defaults(Table table, RowValues row)
    {
        foreach (var column in table.Defaults.Where(column => !row.Has(column)))
        {
            row[column] = column.Type == ColumnType.Boolean ? column.DefaultValue != 0 : column.DefaultValue;
        }
    }

    private static void Stamps(Operation operation, RowValues row)
    {
        var now = WholeSeconds(operation.Engine.Now);
        row.SetIfKnown("createdon", row["overriddencreatedon"] ?? now);
        row.SetIfKnown("modifiedon", now);
        row.SetIfKnown("createdby", operation.Caller.UserId);
        row.SetIfKnown("modifiedby", operation.Caller.UserId);
        row.SetIfKnown("createdonbehalfby", operation.Caller.OnBehalfBy);
        row.SetIfKnown("modifiedonbehalfby", operation.Caller.OnBehalfBy);
        row.SetIfKnown("versionnumber", operation.Engine.Numbers.NextVersion());
    }

    private static EntityReference DefaultOwner(Operation operation) => new("systemuser", operation.Caller.UserId);

    internal static DateTime WholeSeconds(DateTime time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
