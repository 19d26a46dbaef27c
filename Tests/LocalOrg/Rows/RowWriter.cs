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

    /// <summary>Writes a row, or nothing where it is gone or no longer of the version asked for; whether it did.</summary>
    public bool Update(RowValues row, Guid id, long? version = null)
    {
        var sql = texts.Update(row, row.Table.PrimaryKey.Name, version is not null);
        AddPresent(sql, row);
        sql.Value(session.Dialect.Encode(row.Table.PrimaryKey, id));
        AddVersion(sql, row.Table, version);
        var written = Guarded(row, () => session.Execute(sql)) > 0;
        users?.Changed(row.Table.Name, session);
        return written;
    }

    /// <summary>Locks a row for the rest of the transaction if it still is of a version; whether it is.</summary>
    public bool Hold(Table table, Guid id, long version)
    {
        var sql = new Sql().Add("UPDATE ").Name(table.Name).Add(" SET ").Name(WriteTexts.Version).Add(" = ").Name(WriteTexts.Version)
            .Add(" WHERE ").Name(table.PrimaryKey.Name).Add(" = ").Value(session.Dialect.Encode(table.PrimaryKey, id))
            .Add(" AND ").Name(WriteTexts.Version).Add(" = ");
        AddVersion(sql, table, version);
        return session.Execute(sql) > 0;
    }

    /// <summary>Deletes a row; whether it was there.</summary>
    public bool Delete(Table table, Guid id)
    {
        var isGone = session.Execute(new Sql()
            .Add("DELETE FROM ").Name(table.Name)
            .Add(" WHERE ").Name(table.PrimaryKey.Name).Add(" = ").Value(session.Dialect.Encode(table.PrimaryKey, id))) > 0;
        users?.Changed(table.Name, session);
        return isGone;
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

    private void AddVersion(Sql sql, Table table, long? version)
    {
        if (version is { } wanted)
        {
            sql.Value(session.Dialect.Encode(table.Columns[WriteTexts.Version], wanted));
        }
    }

    private void AddPresent(Sql sql, RowValues row)
    {
        foreach (var column in row.ColumnsOf(row.Present))
        {
            AddValue(sql, column, row[column]);
        }
    }

    // An owner or a customer fills two columns: who, and in which table.
    private void AddValue(Sql sql, Column column, object? value)
    {
        var reference = value as EntityReference;
        sql.Value(value is null ? session.Dialect.Null(column) : session.Dialect.Encode(column, reference?.Id ?? value));
        if (column.NamesItsTable)
        {
            sql.Value((object?)reference?.LogicalName ?? DBNull.Value);
        }
    }

    private int Guarded(RowValues row, Func<int> write)
    {
        foreach (var column in row.Table.Customers)
        {
            if (row[column] is EntityReference customer && !Exists(catalog.Tables[customer.LogicalName], customer.Id))
            {
                throw DataFaults.NoSuchRow(customer.LogicalName, customer.Id);
            }
        }

        try
        {
            return write();
        }
        catch (DbException failure) when (session.Dialect.IsDuplicate(failure, row.Table, out var key))
        {
            throw key is null || row.Table.IsIntersect ? DataFaults.DuplicateId() : DataFaults.DuplicateKey(key.Label);
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
