using System.Collections.Concurrent;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Rows;

/// <summary>The texts of inserts and updates, kept by table and set of columns: the same few are written again and again.</summary>
internal sealed class WriteTexts
{
    private readonly ConcurrentDictionary<(string Table, ColumnMask Columns), string> inserts = [];
    /// <summary>The column that changes with every write of a row.</summary>
    public const string Version = "versionnumber";

    private readonly ConcurrentDictionary<(string Table, ColumnMask Columns, string Key, bool OfVersion), string> updates = [];

    public Sql Insert(RowValues row, ColumnMask columns) => new(inserts.TryGetValue((row.Table.Name, columns), out var known)
        ? known
        : inserts.GetOrAdd((row.Table.Name, columns), InsertText(row, columns)));

    /// <summary>An update of the set columns, where a key column, and if asked the version, has the value that is added last.</summary>
    public Sql Update(RowValues row, string key, bool ofVersion = false) => new(updates.TryGetValue((row.Table.Name, row.Present, key, ofVersion), out var known)
        ? known
        : updates.GetOrAdd((row.Table.Name, row.Present, key, ofVersion), UpdateText(row, key, ofVersion)));

    private static string InsertText(RowValues row, ColumnMask columns)
    {
        var names = Names(row, columns);
        var sql = new Sql().Add("INSERT INTO ").Name(row.Table.Name).Add(" (");
        sql.Join(", ", names, name => sql.Name(name)).Add(") VALUES (");
        return sql.Join(", ", names, _ => sql.Value(DBNull.Value)).Add(")").Text;
    }

    private static string UpdateText(RowValues row, string key, bool ofVersion)
    {
        var sql = new Sql().Add("UPDATE ").Name(row.Table.Name).Add(" SET ");
        sql.Join(", ", Names(row, row.Present), name => sql.Name(name).Add(" = ").Value(DBNull.Value));
        sql.Add(" WHERE ").Name(key).Add(" = ").Value(DBNull.Value);
        return ofVersion ? sql.Add(" AND ").Name(Version).Add(" = ").Value(DBNull.Value).Text : sql.Text;
    }

    private static List<string> Names(RowValues row, ColumnMask columns) => row.ColumnsOf(columns)
        .SelectMany(column => column.NamesItsTable ? new[] { column.Name, Schema.TypeColumn(column) } : [column.Name])
        .ToList();
}
