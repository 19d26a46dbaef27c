using System.Data.Common;
using CrmExtensions.Tables;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CrmExtensions.Benchmarks.Org;

/// <summary>The two engines, each with an org and a raw connection beside it.</summary>
internal static class Engines
{
    public static string? Server => Environment.GetEnvironmentVariable("LOCALORG_POSTGRESQL");

    public static SqliteConnection OpenFile(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>A table in memory that is made as the org's own is, indexes included, and filled with what a row of the org has.</summary>
    public static RawTable SqliteTwin(string orgFile)
    {
        using var org = OpenFile(orgFile);
        var twin = new SqliteConnection("Data Source=:memory:;Foreign Keys=False");
        twin.Open();
        foreach (var statement in Texts(org, $"SELECT sql FROM sqlite_master WHERE tbl_name = '{Account.Table}' AND sql IS NOT NULL ORDER BY type DESC"))
        {
            Run(twin, statement);
        }

        return new RawTable(twin, Account.Table, Row(org), id => id.ToByteArray(bigEndian: true));
    }

    /// <summary>The same in the org's own database.</summary>
    public static RawTable PostgreSqlTwin(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        Run(connection, $"CREATE TABLE raw (LIKE {Account.Table} INCLUDING ALL)");
        return new RawTable(connection, "raw", Row(connection), id => id);
    }

    /// <summary>A database of its own; its connection string.</summary>
    public static string NewDatabase(string name)
    {
        using var connection = new NpgsqlConnection(Server);
        connection.Open();
        Run(connection, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Run(connection, $"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        return new NpgsqlConnectionStringBuilder(Server) { Database = name }.ConnectionString;
    }

    public static void Run(DbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>Reads a query to its end, every value of every row.</summary>
    public static int Read(DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this file.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var values = new object[reader.FieldCount];
        var rows = 0;
        while (reader.Read())
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }

    // The columns that the pipeline has filled in the one account there is, the id first.
    private static List<KeyValuePair<string, object>> Row(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {Account.Table} LIMIT 1";
        using var reader = command.ExecuteReader();
        reader.Read();
        return [.. Enumerable.Range(0, reader.FieldCount)
            .Where(i => !reader.IsDBNull(i))
            .Select(i => KeyValuePair.Create(reader.GetName(i), reader.GetValue(i)))
            .OrderBy(column => column.Key != Account.Id)];
    }

    private static List<string> Texts(DbConnection connection, string query)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of this file.
        command.CommandText = query;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
