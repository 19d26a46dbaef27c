using System.Data.Common;
using CrmExtensions.Local.Jobs;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Rows;

/// <summary>
/// Deleted rows, and lookups that a deletion has emptied, until they are restored or 30 days old. A table of the store that
/// is no table of the org.
/// </summary>
internal sealed class RecycleBin(StoreSession session, RowWriter writer, DateTime now)
{
    /// <summary>How long a row can be restored (restore-deleted-records.md).</summary>
    public static readonly TimeSpan Keeps = TimeSpan.FromDays(30);

    private const string Id = "id";
    private const string RowTable = "rowtable";
    private const string RowId = "rowid";
    private const string Cause = "cause";
    private const string DeletedOn = "deletedon";
    private const string Content = "content";

    /// <summary>The table, for the schema.</summary>
    public static Table Table { get; } = Define();

    /// <summary>Keeps a row; one with the same id that is in already stays instead ("Primary Key Violation on Delete").</summary>
    public void Keep(Guid entryId, Entity row, Guid? cause)
    {
        session.Execute(new Sql().Add("DELETE FROM ").Name(Table.Name).Add(" WHERE ").Name(DeletedOn).Add(" < ").Value(Encoded(DeletedOn, now - Keeps)));
        if (Find(row.LogicalName, row.Id) is null)
        {
            Insert(entryId, row.LogicalName, row.Id, cause, JobCodec.Text(row));
        }
    }

    /// <summary>Keeps that a row pointed to the deleted one.</summary>
    public void KeepLink(Guid entryId, EntityReference referencing, string lookup, Guid cause) =>
        Insert(entryId, referencing.LogicalName, referencing.Id, cause, lookup);

    /// <summary>The row, if it can still be restored.</summary>
    public Entity? Find(string table, Guid id) => Entries(RowTable, table, RowId, id).FirstOrDefault(entry => entry.Row is not null)?.Row;

    /// <summary>What the deletion of a row took along: rows, and lookups emptied.</summary>
    public IReadOnlyList<BinEntry> TakenAlong(Guid cause) => Entries(Cause, cause, null, null);

    /// <summary>Forgets a row and what went with it; that it pointed to other deleted rows is still known.</summary>
    public void Forget(string table, Guid id)
    {
        foreach (var entry in Entries(RowTable, table, RowId, id).Where(entry => entry.Row is not null))
        {
            Delete(Id, entry.Id);
        }

        Delete(Cause, id);
    }

    private void Delete(string column, Guid value) =>
        session.Execute(new Sql().Add("DELETE FROM ").Name(Table.Name).Add(" WHERE ").Name(column).Add(" = ").Value(Encoded(column, value)));

    private void Insert(Guid entryId, string table, Guid id, Guid? cause, string content) => writer.Insert(new RowValues(Table)
    {
        [Id] = entryId,
        [RowTable] = table,
        [RowId] = id,
        [Cause] = cause,
        [DeletedOn] = now,
        [Content] = content,
    });

    private List<BinEntry> Entries(string first, object firstValue, string? second, object? secondValue)
    {
        var sql = new Sql().Add("SELECT ").Name(RowTable).Add(", ").Name(RowId).Add(", ").Name(Content).Add(", ").Name(Id).Add(" FROM ").Name(Table.Name)
            .Add(" WHERE ").Name(first).Add(" = ").Value(Encoded(first, firstValue))
            .Add(" AND ").Name(DeletedOn).Add(" >= ").Value(Encoded(DeletedOn, now - Keeps));
        if (second is not null)
        {
            sql.Add(" AND ").Name(second).Add(" = ").Value(Encoded(second, secondValue!));
        }

        return session.Query(sql, Read);
    }

    private BinEntry Read(DbDataReader data)
    {
        var content = (string)Decoded(Content, data, 2);
        var isRow = content.StartsWith('{');
        return new BinEntry(
            (Guid)Decoded(Id, data, 3),
            new EntityReference((string)Decoded(RowTable, data, 0), (Guid)Decoded(RowId, data, 1)),
            isRow ? JobCodec.RowOf(content) : null,
            isRow ? null : content);
    }

    private object Encoded(string column, object value) => session.Dialect.Encode(Table.Columns[column], value);

    private object Decoded(string column, DbDataReader data, int ordinal) => session.Dialect.Decode(Table.Columns[column], data, ordinal);

    private static Table Define()
    {
        var columns = Table.InOrder([
            Column(Id, ColumnType.PrimaryKey),
            Column(RowTable, ColumnType.Text),
            Column(RowId, ColumnType.Guid),
            Column(Cause, ColumnType.Guid),
            Column(DeletedOn, ColumnType.DateTime),
            Column(Content, ColumnType.Memo),
        ]);
        return new Table
        {
            Name = "recyclebin",
            SchemaName = "recyclebin",
            Ownership = Ownership.Organization,
            PrimaryKey = columns[0],
            Columns = columns.ToDictionary(column => column.Name),
        };
    }

    private static Column Column(string name, ColumnType type) => new() { Name = name, SchemaName = name, Type = type };
}
