using System.Data.Common;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>Rows into the store, with the engine's complaints in the platform's words.</summary>
internal sealed class RowWriter(Catalog catalog, StoreSession session, WriteTexts texts, UserDirectory? users = null)
{
    public void Insert(RowValues row)
    {
        var filled = row.Filled();
        var sql = texts.Insert(row, filled);
        foreach (var column in row.ColumnsOf(filled))
        {
            AddValue(sql, column, row[column]);
        }

        Guarded(row, () => session.Execute(sql));
        users?.Changed(row.Table.Name, session);
    }

    public void Update(RowValues row, Guid id)
    {
        var sql = texts.Update(row, row.Table.PrimaryKey.Name);
        AddPresent(sql, row);
        sql.Value(session.Dialect.Encode(row.Table.PrimaryKey, id));
        Guarded(row, () => session.Execute(sql));
        users?.Changed(row.Table.Name, session);
    }

    public void Delete(Table table, Guid id)
    {
        session.Execute(new Sql()
            .Add("DELETE FROM ").Name(table.Name)
            .Add(" WHERE ").Name(table.PrimaryKey.Name).Add(" = ").Value(session.Dialect.Encode(table.PrimaryKey, id)));
        users?.Changed(table.Name, session);
    }

    /// <summary>Sets columns of every row whose lookup points to a row.</summary>
    public void UpdateWhere(RowValues row, string lookup, Guid target)
    {
        var sql = texts.Update(row, lookup);
        AddPresent(sql, row);
        session.Execute(sql.Value(session.Dialect.Encode(row.Table.Columns[lookup], target)));
        users?.Changed(row.Table.Name, session);
    }

    /// <summary>The ids of the rows whose lookup points to a row.</summary>
    public List<Guid> Referencing(Table table, string lookup, Guid target) => session.Query(
        new Sql().Add("SELECT ").Name(table.PrimaryKey.Name).Add(" FROM ").Name(table.Name)
            .Add(" WHERE ").Name(lookup).Add(" = ").Value(session.Dialect.Encode(table.Columns[lookup], target)),
        data => (Guid)session.Dialect.Decode(table.PrimaryKey, data, 0));

    private void AddPresent(Sql sql, RowValues row)
    {
        foreach (var column in row.ColumnsOf(row.Present))
        {
            AddValue(sql, column, row[column]);
        }
    }

    // An owner fills two columns: who, and in which table.
    private void AddValue(Sql sql, Column column, object? value)
    {
        var owner = value as EntityReference;
        sql.Value(value is null ? session.Dialect.Null(column) : session.Dialect.Encode(column, owner?.Id ?? value));
        if (column.Type == ColumnType.Owner)
        {
            sql.Value((object?)owner?.LogicalName ?? DBNull.Value);
        }
    }

    private void Guarded(RowValues row, Action write)
    {
        try
        {
            write();
        }
        catch (DbException failure) when (session.Dialect.IsDuplicate(failure, row.Table, out var key))
        {
            throw key is null ? DataFaults.DuplicateId() : DataFaults.DuplicateKey(key.Label);
        }
        catch (DbException failure) when (session.Dialect.IsMissingReference(failure))
        {
            throw session.Dialect.BrokenReference(failure) is { } column ? MissingReference(row, column) : MissingReference(row);
        }
    }

    private static Exception MissingReference(RowValues row, string column) =>
        row.Table.Columns.TryGetValue(column, out var broken) && row[column] is Guid id
            ? DataFaults.NoSuchRow(broken.Targets[0], id)
            : DataFaults.DeleteRestricted(row.Table.Name);

    // An engine may tell that a reference is missing, not which: the fault has to.
    private Exception MissingReference(RowValues row)
    {
        foreach (var column in row.ColumnsOf(row.Present))
        {
            if (row[column] is Guid id && column.Targets.Count == 1 && catalog.Tables.TryGetValue(column.Targets[0], out var target) && !Exists(target, id))
            {
                return DataFaults.NoSuchRow(target.Name, id);
            }
        }

        return DataFaults.DeleteRestricted(row.Table.Name);
    }

    private bool Exists(Table table, Guid id) => session.Query(
        new Sql().Add("SELECT 1 FROM ").Name(table.Name).Add(" WHERE ").Name(table.PrimaryKey.Name).Add(" = ").Value(session.Dialect.Encode(table.PrimaryKey, id)),
        _ => true).Count > 0;
}
