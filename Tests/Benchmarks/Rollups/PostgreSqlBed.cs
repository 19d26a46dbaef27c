using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using CrmExtensions.Benchmarks.Org;
using CrmExtensions.Local;
using Npgsql;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>An org in a database of its own on the server.</summary>
internal sealed partial class PostgreSqlBed : Bed
{
    private readonly string connectionString;
    private readonly string database;

    private PostgreSqlBed(string database, string connectionString, LocalOrgOptions options)
        : base(LocalOrg.InPostgreSql(connectionString, options))
    {
        this.database = database;
        this.connectionString = connectionString;
    }

    public override string Engine => "PostgreSQL";

    public static PostgreSqlBed Make(LocalOrgOptions options, int number)
    {
        var database = string.Create(CultureInfo.InvariantCulture, $"localorg_rollups_{number}");
        return new PostgreSqlBed(database, new NpgsqlConnectionStringBuilder(Engines.NewDatabase(database)) { Pooling = false }.ConnectionString, options);
    }

    public override DbConnection Connect()
    {
        var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    public override DbConnection ConnectToFill()
    {
        var connection = Connect();
        Engines.Run(connection, "SET session_replication_role = replica");
        return connection;
    }

    public override string IdOfCopy(string id) => $"(lpad(to_hex(k), 8, '0') || substr(CAST({id} AS text), 9))::uuid";

    public override string TextOfCopy(string text) => $"lpad(to_hex(k), 8, '0') || substr(CAST({text} AS text), 9)";

    // Of any values, as the server plans a statement that it has seen a few times.
    public override IReadOnlyList<string> Plan(DbConnection connection, string statement)
    {
        var values = Marker().Matches(statement).Select(marker => marker.Value).Distinct().Count();
        Engines.Run(connection, "SET plan_cache_mode = force_generic_plan");
        Engines.Run(connection, "PREPARE asked AS " + Marker().Replace(statement, marker => string.Create(CultureInfo.InvariantCulture, $"${int.Parse(marker.ValueSpan[2..], CultureInfo.InvariantCulture) + 1}")));
        try
        {
            var arguments = values == 0 ? "" : $" ({string.Join(", ", Enumerable.Repeat("NULL", values))})";
            return Lines(connection, "EXPLAIN (COSTS OFF) EXECUTE asked" + arguments, reader => reader.GetString(0));
        }
        finally
        {
            Engines.Run(connection, "DEALLOCATE asked");
        }
    }

    public override void Analyze()
    {
        using var connection = Connect();
        Engines.Run(connection, "VACUUM ANALYZE");
    }

    public override void Dispose()
    {
        base.Dispose();
        using var server = new NpgsqlConnection(Engines.Server);
        server.Open();
        Engines.Run(server, $"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
    }

    [GeneratedRegex(@"@p\d+")]
    private static partial Regex Marker();
}
