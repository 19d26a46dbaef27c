using Microsoft.Data.Sqlite;

namespace CrmExtensions.Tests;

/// <summary>The file of an org, changed behind its back.</summary>
internal static class OrgFile
{
    public static void Execute(string path, string sql) => Run(path, sql, command => command.ExecuteNonQuery());

    public static int Count(string path, string sql) => Run(path, sql, command => Convert.ToInt32(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture));

    private static int Run(string path, string sql, Func<SqliteCommand, int> run)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are constants of the tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return run(command);
    }
}
