using Npgsql;

namespace CrmExtensions.Tests;

/// <summary>What the server knows of the transactions of this process.</summary>
internal static class Transactions
{
    /// <summary>Connections that are inside a transaction and do nothing.</summary>
    public static long Open()
    {
        using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable("LOCALORG_POSTGRESQL"));
        connection.Open();
        using var command = new NpgsqlCommand($"SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%' AND datname LIKE 'localorg_{Environment.ProcessId}_%'", connection);
        return (long)command.ExecuteScalar()!;
    }
}
