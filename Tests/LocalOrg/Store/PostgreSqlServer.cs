using System.Collections.Concurrent;
using CrmExtensions.Local.Metadata;
using Npgsql;

namespace CrmExtensions.Local.Store;

/// <summary>
/// A server that holds the orgs of one process: a database each, copied from a template that is made once, and used again,
/// emptied to the template's rows, when its org is disposed.
/// </summary>
internal sealed class PostgreSqlServer
{
    /// <summary>The environment variable that tells where the server is: an Npgsql connection string of a user who may create databases.</summary>
    public const string Variable = "LOCALORG_POSTGRESQL";

    private const int MostIdle = 16;

    private readonly string connectionString;
    private readonly string prefix = $"localorg_{Environment.ProcessId}_{RisingIds.Next().ToString("N")[^8..]}";
    private readonly ConcurrentBag<PostgreSqlStore> idle = [];
    private readonly ConcurrentDictionary<string, bool> databases = [];
    private readonly Lock creating = new();
    private int count;
    private string? template;

    private PostgreSqlServer(string connectionString)
    {
        this.connectionString = connectionString;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAll();
    }

    /// <summary>The server that the environment names.</summary>
    /// <exception cref="InvalidOperationException">It names none.</exception>
    public static PostgreSqlServer FromEnvironment() => new(
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given
            ? given
            : throw new InvalidOperationException($"The PostgreSQL backend needs {Variable}: an Npgsql connection string of a user who may create databases."));

    /// <summary>An org's database as it is right after import.</summary>
    public PostgreSqlStore NewStore(Catalog catalog, TimeSpan longestWait, Action<IStore> seed)
    {
        var store = idle.TryTake(out var used) ? used : Copy(catalog, seed);
        store.LongestWait = longestWait;
        return store;
    }

    /// <summary>A database for an org of other metadata than all the others', dropped when the org goes.</summary>
    public PostgreSqlStore NewOwnStore(Catalog catalog, TimeSpan longestWait, Action<IStore> seed)
    {
        string name;
        lock (creating)
        {
            name = Create("template0");
        }

        var store = new PostgreSqlStore(In(name), isDurable: false, Discard) { LongestWait = longestWait }.Prepared().With(catalog);
        seed(store);
        return store;
    }

    private PostgreSqlStore Copy(Catalog catalog, Action<IStore> seed)
    {
        lock (creating)
        {
            var name = template ??= MakeTemplate(catalog, seed);
            return new PostgreSqlStore(In(Create(name)), isDurable: false, TakeBack);
        }
    }

    private string MakeTemplate(Catalog catalog, Action<IStore> seed)
    {
        var name = Create("template0");
        using var store = new PostgreSqlStore(In(name), isDurable: false).Prepared().With(catalog);
        seed(store);
        store.Run("CREATE SCHEMA seed");
        var reset = new System.Text.StringBuilder("CREATE FUNCTION localorg_reset() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SET LOCAL session_replication_role = replica;\n");
        foreach (var table in Schema.TablesOf(catalog))
        {
            // Without triggers, so that rows may go and come back in any order.
            store.Run($"CREATE TABLE seed.\"{table.Name}\" AS TABLE public.\"{table.Name}\"");
            reset.Append(System.Globalization.CultureInfo.InvariantCulture, $"IF EXISTS (SELECT FROM \"{table.Name}\") THEN DELETE FROM \"{table.Name}\"; INSERT INTO \"{table.Name}\" TABLE seed.\"{table.Name}\"; END IF;\n");
        }

        store.Run(reset.Append("END $$").ToString());
        return name;
    }

    private string Create(string from)
    {
        var name = $"{prefix}_{Interlocked.Increment(ref count)}";
        var locale = from == "template0" ? " ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'" : "";
        OnServer($"CREATE DATABASE \"{name}\" TEMPLATE \"{from}\"{locale}");
        databases[name] = true;
        return name;
    }

    private void TakeBack(PostgreSqlStore store)
    {
        if (idle.Count < MostIdle)
        {
            store.Run("SELECT localorg_reset()");
            idle.Add(store);
        }
        else
        {
            Discard(store);
        }
    }

    private void Discard(PostgreSqlStore store)
    {
        store.Close();
        Drop(store.Database);
    }

    private void Drop(string database)
    {
        OnServer($"DROP DATABASE IF EXISTS \"{database}\" WITH (FORCE)");
        databases.TryRemove(database, out _);
    }

    private void DropAll()
    {
        try
        {
            foreach (var database in databases.Keys)
            {
                Drop(database);
            }
        }
        catch (NpgsqlException)
        {
            // The server has gone before its clients, and with it what was to be dropped, or at least who could drop it.
        }
    }

    private void OnServer(string statement)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    private string In(string database) => new NpgsqlConnectionStringBuilder(connectionString) { Database = database }.ConnectionString;
}
