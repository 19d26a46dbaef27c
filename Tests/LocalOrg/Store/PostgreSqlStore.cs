using System.Collections.Concurrent;
using CrmExtensions.Local.Metadata;
using Npgsql;

namespace CrmExtensions.Local.Store;

/// <summary>
/// One PostgreSQL database: READ COMMITTED with row locks, many transactions at once, which is the nearest open engine to
/// the platform's own.
/// </summary>
internal sealed class PostgreSqlStore : IStore
{
    // A server takes a hundred connections by default, and a test run has several orgs open.
    private const int MostSessions = 24;

    private readonly NpgsqlDataSource source;
    private readonly ConcurrentBag<PostgreSqlConnection> idle = [];
    private readonly SemaphoreSlim places = new(MostSessions);
    private readonly Action<PostgreSqlStore>? whenDone;

    /// <summary>A store over a database that has, or will be given, the tables.</summary>
    /// <param name="connectionString">With the database's name.</param>
    /// <param name="isDurable">Whether somebody may open the org again.</param>
    /// <param name="whenDone">What becomes of the store when its org is disposed; without, its connections are closed.</param>
    public PostgreSqlStore(string connectionString, bool isDurable, Action<PostgreSqlStore>? whenDone = null)
    {
        // Pooled here, so that a connection keeps its prepared commands.
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, MaxAutoPrepare = 500, AutoPrepareMinUsages = 2, IncludeErrorDetail = true };
        source = new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        Database = settings.Database!;
        IsDurable = isDurable;
        this.whenDone = whenDone;
    }

    public string Database { get; }

    /// <summary>How long a statement waits for another transaction's lock.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(30);

    public Dialect Dialect { get; } = new PostgreSqlDialect();

    public string Place => $"The database {Database}";

    public bool IsNew { get; private set; }

    public bool IsDurable { get; }

    public StoreSession Open() => new PostgreSqlSession(this, Take());

    /// <summary>Ready for tables, or with those that are there.</summary>
    public PostgreSqlStore Prepared()
    {
        // Connections learn the types of a database when they are opened.
        Run("CREATE EXTENSION IF NOT EXISTS citext");
        source.ReloadTypes();
        CloseIdle();
        var connection = Take();
        try
        {
            IsNew = connection.Ask("SELECT to_regclass('localorg')::text") is DBNull;
        }
        finally
        {
            Return(connection, isClean: true);
        }

        return this;
    }

    /// <summary>Makes the tables of a catalog.</summary>
    public PostgreSqlStore With(Catalog catalog)
    {
        Run(string.Join(";\n", new Schema(catalog, Dialect).Statements()));
        return this;
    }

    /// <summary>Runs a statement of the test run's own bookkeeping.</summary>
    public void Run(string statement)
    {
        var connection = Take();
        try
        {
            connection.Run(statement);
        }
        finally
        {
            Return(connection, isClean: true);
        }
    }

    /// <summary>Takes a connection back; one that is inside a transaction, or broken, is thrown away.</summary>
    public void Return(PostgreSqlConnection connection, bool isClean)
    {
        if (isClean && connection.IsOpen)
        {
            idle.Add(connection);
        }
        else
        {
            connection.Dispose();
        }

        places.Release();
    }

    /// <summary>Closes all connections.</summary>
    public void Close()
    {
        CloseIdle();
        source.Dispose();
        places.Dispose();
    }

    public void Dispose()
    {
        if (whenDone is null)
        {
            Close();
        }
        else
        {
            whenDone(this);
        }
    }

    private void CloseIdle()
    {
        while (idle.TryTake(out var connection))
        {
            connection.Dispose();
        }
    }

    private PostgreSqlConnection Take()
    {
        places.Wait();
        try
        {
            var connection = idle.TryTake(out var used) ? used : new PostgreSqlConnection(source);
            connection.WaitAtMost(LongestWait);
            return connection;
        }
        catch
        {
            places.Release();
            throw;
        }
    }
}
