using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Queries;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>The columns of one row that are being written, as plain values; an owner or a customer as the reference it is.</summary>
internal sealed class RowValues(Table table)
{
    private readonly object?[] values = new object?[table.InOrdinals.Count];
    private ColumnMask present;

    public Table Table { get; } = table;

    /// <summary>The columns that have been set, to a value or to nothing.</summary>
    public ColumnMask Present => present;

    /// <summary>A value by column name; a column the table does not have is empty.</summary>
    public object? this[string column]
    {
        get => Table.Columns.TryGetValue(column, out var known) ? values[known.Ordinal] : null;
        set => this[Table.Columns[column]] = value;
    }

    public object? this[Column column]
    {
        get => values[column.Ordinal];
        set
        {
            values[column.Ordinal] = value;
            present = present.With(column.Ordinal);
        }
    }

    public bool Has(string column) => Table.Columns.TryGetValue(column, out var known) && Has(known);

    public bool Has(Column column) => present.Has(column.Ordinal);

    /// <summary>Sets a column the table may or may not have.</summary>
    public void SetIfKnown(string column, object? value)
    {
        if (Table.Columns.TryGetValue(column, out var known))
        {
            this[known] = value;
        }
    }

    /// <summary>The columns of a mask.</summary>
    public IEnumerable<Column> ColumnsOf(ColumnMask mask) => Table.InOrdinals.Where(column => mask.Has(column.Ordinal));

    /// <summary>The columns that have been set to a value.</summary>
    public ColumnMask Filled()
    {
        var filled = default(ColumnMask);
        for (var ordinal = 0; ordinal < values.Length; ordinal++)
        {
            filled = values[ordinal] is null ? filled : filled.With(ordinal);
        }

        return filled;
    }

    /// <summary>The row with the values written over it, as the SDK wraps them; an empty one disappears.</summary>
    public Entity Over(Entity row)
    {
        foreach (var column in ColumnsOf(present))
        {
            var value = values[column.Ordinal];
            if (value is null)
            {
                row.Attributes.Remove(column.Name);
            }
            else
            {
                row.Attributes[column.Name] = value is EntityReference ? value : RowReader.Wrapped(column, value, null);
            }
        }

        return row;
    }
}
