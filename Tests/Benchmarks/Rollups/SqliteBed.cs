using System.Data.Common;
using CrmExtensions.Benchmarks.Org;
using CrmExtensions.Local;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>An org in a file, so that it can be reached from beside.</summary>
internal sealed class SqliteBed : Bed
{
    private readonly string folder;

    private SqliteBed(string folder, LocalOrgOptions options)
        : base(LocalOrg.InFile(In(folder), options)) => this.folder = folder;

    public override string Engine => "SQLite";

    public static SqliteBed Make(LocalOrgOptions options) => new(Directory.CreateTempSubdirectory().FullName, options);

    public override DbConnection Connect() => Engines.OpenFile(In(folder));

    public override DbConnection ConnectToFill()
    {
        var connection = new SqliteConnection($"Data Source={In(folder)};Pooling=False;Foreign Keys=False");
        connection.Open();
        Engines.Run(connection, "PRAGMA synchronous = OFF");
        return connection;
    }

    public override string IdOfCopy(string id) => $"unhex(printf('%08x', k) || substr(hex({id}), 9))";

    public override string TextOfCopy(string text) => $"printf('%08x', k) || substr({text}, 9)";

    public override IReadOnlyList<string> Plan(DbConnection connection, string statement) =>
        Lines(connection, "EXPLAIN QUERY PLAN " + statement, reader => reader.GetString(3));

    public override void Analyze()
    {
        using var connection = ConnectToFill();
        Engines.Run(connection, "ANALYZE");
    }

    public override void Dispose()
    {
        base.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static string In(string folder) => Path.Combine(folder, "org.db");
}
