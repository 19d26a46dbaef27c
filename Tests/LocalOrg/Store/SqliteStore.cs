using System.Data.Common;
using CrmExtensions.Local.Metadata;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Local.Store;

/// <summary>
/// One SQLite connection, in memory or in a file. SQLite has one writer anyway, so sessions take turns: transactions are
/// serialised, which no org is; the second backend is for that.
/// </summary>
internal sealed class SqliteStore : IStore
{
    private const string Memory = ":memory:";
    private const int MostPrepared = 1000;
    private const int PlannerStability = 1007;
    private const int MemoryStatus = 9;

    private readonly SqliteConnection connection;
    private readonly Lock turn = new();
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    // Counting the memory in use, which nobody here asks for, costs SQLite a lock at every allocation.
    static SqliteStore()
    {
        SQLitePCL.Batteries_V2.Init();
        _ = SQLitePCL.raw.sqlite3_config(MemoryStatus, 0);
    }

    private SqliteStore(SqliteConnection connection, string place, bool isNew, bool isDurable)
    {
        this.connection = connection;
        Place = place;
        IsNew = isNew;
        IsDurable = isDurable;
    }

    public Dialect Dialect { get; } = new SqliteDialect();

    public string Place { get; }

    public bool IsNew { get; }

    public bool IsDurable { get; }

    /// <summary>A new store in memory with the tables of a catalog.</summary>
    public static SqliteStore InMemory(Catalog catalog)
    {
        var store = new SqliteStore(Connect(Memory, SqliteOpenMode.Memory), Memory, isNew: true, isDurable: false);
        store.CreateTables(catalog);
        return store;
    }

    /// <summary>A store in a file: the one that is there, or a new one.</summary>
    /// <exception cref="IOException">The file cannot be opened or written, or is no database.</exception>
    public static SqliteStore InFile(string path, bool flushesCommits)
    {
        try
        {
            var isNew = !File.Exists(path) || new FileInfo(path).Length == 0;
            var store = new SqliteStore(Connect(path, SqliteOpenMode.ReadWriteCreate), path, isNew, isDurable: true);
            store.Run("PRAGMA journal_mode = WAL");
            store.Run("PRAGMA wal_autocheckpoint = 10000");
            store.Run(flushesCommits ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
            return store;
        }
        catch (SqliteException failure)
        {
            throw new IOException($"{path} cannot be used as a database / データベースとして使えません: {failure.Message}", failure);
        }
    }

    /// <summary>A copy in memory, for the next org of the same kind.</summary>
    public SqliteStore Copy()
    {
        var copy = new SqliteStore(Connect(Memory, SqliteOpenMode.Memory), Memory, isNew: false, isDurable: false);
        connection.BackupDatabase(copy.connection);
        return copy;
    }

    public StoreSession Open()
    {
        turn.Enter();
        return new Session(this);
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, ForeignKeys = true, Pooling = false }.ToString());
        connection.Open();
        SqliteFunctions.Register(connection);

        // This build of SQLite has STAT4: every new value of a parameter would have its statement compiled again, which
        // costs fifteen times what a short query does. The planner's stability guarantee switches that off.
        _ = SQLitePCL.raw.sqlite3_db_config(connection.Handle, PlannerStability, 1, out _);
        return connection;
    }

    private void CreateTables(Catalog catalog)
    {
        Run("BEGIN");
        foreach (var statement in new Schema(catalog, Dialect).Statements())
        {
            Run(statement);
        }

        Run("COMMIT");
    }

    private void Run(string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private SqliteCommand CommandOf(string text)
    {
        if (prepared.TryGetValue(text, out var known))
        {
            return known;
        }

        if (prepared.Count >= MostPrepared)
        {
            foreach (var old in prepared.Values)
            {
                old.Dispose();
            }

            prepared.Clear();
        }

        var command = connection.CreateCommand();
        command.CommandText = text;
        prepared.Add(text, command);
        return command;
    }

    private sealed class Session(SqliteStore store) : StoreSession
    {
        private static readonly Sql BeginStatement = new Sql().Add("BEGIN IMMEDIATE");
        private bool disposed;

        public override Dialect Dialect => store.Dialect;

        public override void Dispose()
        {
            if (!disposed)
            {
                disposed = true;
                store.turn.Exit();
            }
        }

        protected override void BeginTransaction() => Execute(BeginStatement);

        protected override DbCommand Command(string text) => store.CommandOf(text);
    }
}
