using System.Data.Common;
using System.Globalization;

namespace CrmExtensions.Benchmarks.Org;

/// <summary>The least anybody could do: one prepared INSERT in a transaction of its own, of the same columns into a table with the same indexes.</summary>
internal sealed class RawTable : IDisposable
{
    private readonly DbConnection connection;
    private readonly DbCommand begin;
    private readonly DbCommand insert;
    private readonly DbCommand commit;
    private readonly Func<Guid, object> idOf;

    /// <summary>A table that is there, and what a row of it has.</summary>
    /// <param name="connection">Open; closed with the table.</param>
    /// <param name="table">Its quoted name.</param>
    /// <param name="columns">Names with the value of each row; the first is the id.</param>
    /// <param name="idOf">A new id as the engine keeps it.</param>
    public RawTable(DbConnection connection, string table, IReadOnlyList<KeyValuePair<string, object>> columns, Func<Guid, object> idOf)
    {
        this.connection = connection;
        this.idOf = idOf;
        begin = Command("BEGIN");
        commit = Command("COMMIT");
        insert = Command($"INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column.Key}\""))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})");
        foreach (var (value, i) in columns.Select((column, i) => (column.Value, i)))
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = "@p" + i.ToString(CultureInfo.InvariantCulture);
            parameter.Value = value;
            insert.Parameters.Add(parameter);
        }

        insert.Prepare();
    }

    public void Insert(int count)
    {
        for (var i = 0; i < count; i++)
        {
            begin.ExecuteNonQuery();
            insert.Parameters[0].Value = idOf(Guid.CreateVersion7());
            insert.ExecuteNonQuery();
            commit.ExecuteNonQuery();
        }
    }

    public void Dispose()
    {
        begin.Dispose();
        insert.Dispose();
        commit.Dispose();
        connection.Dispose();
    }

    private DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own tables and columns; no text of a caller.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
