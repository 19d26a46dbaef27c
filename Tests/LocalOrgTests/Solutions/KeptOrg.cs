using System.Globalization;
using CrmExtensions.Local;
using Npgsql;

namespace CrmExtensions.Tests;

/// <summary>A place for an org that is opened again: a file, or a database of the server where the tests run on one. It does not outlive the test.</summary>
internal sealed class KeptOrg : IDisposable
{
    private static int count;

    private readonly TempFile? file;
    private readonly string? database;

    public KeptOrg()
    {
        if (Some.Options.Backend == Backend.Sqlite)
        {
            file = new TempFile();
        }
        else
        {
            database = string.Create(CultureInfo.InvariantCulture, $"localorg_kept_{Environment.ProcessId}_{Interlocked.Increment(ref count)}");
            OnServer($"CREATE DATABASE {database} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        }
    }

    private static string Server => Environment.GetEnvironmentVariable("LOCALORG_POSTGRESQL")!;

    public LocalOrg Open(string zip, LocalOrgOptions? options = null) => file is null
        ? LocalOrg.InPostgreSql(new NpgsqlConnectionStringBuilder(Server) { Database = database }.ConnectionString, zip, options ?? Some.Options)
        : LocalOrg.InFile(file.Path, zip, options ?? Some.Options);

    public void Dispose()
    {
        file?.Dispose();
        if (database is not null)
        {
            OnServer($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }
    }

    private static void OnServer(string statement)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server) { Pooling = false }.ConnectionString);
        connection.Open();
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }
}
