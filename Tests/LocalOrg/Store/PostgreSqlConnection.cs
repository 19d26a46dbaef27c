using Npgsql;

namespace CrmExtensions.Local.Store;

/// <summary>One connection to an org's database, with the commands it has prepared.</summary>
internal sealed class PostgreSqlConnection : IDisposable
{
    private const int MostPrepared = 1000;

    private readonly NpgsqlConnection connection;
    private readonly Dictionary<string, NpgsqlCommand> prepared = new(StringComparer.Ordinal);

    private TimeSpan? longestWait;

    public PostgreSqlConnection(NpgsqlDataSource source) => connection = source.OpenConnection();

    public bool IsOpen => connection.FullState == System.Data.ConnectionState.Open;

    /// <summary>How long a statement waits for another transaction's lock from now on.</summary>
    public void WaitAtMost(TimeSpan wait)
    {
        if (longestWait != wait)
        {
            Run(FormattableString.Invariant($"SET lock_timeout = {(long)wait.TotalMilliseconds}"));
            longestWait = wait;
        }
    }

    /// <summary>Begins a transaction together with the next statement.</summary>
    public void Begin() => _ = connection.BeginTransaction();

    public NpgsqlCommand Command(string text)
    {
        if (prepared.TryGetValue(text, out var known))
        {
            return known;
        }

        if (prepared.Count >= MostPrepared)
        {
            Forget();
        }

        var command = new NpgsqlCommand(text, connection);
        prepared.Add(text, command);
        return command;
    }

    /// <summary>Runs a statement without values.</summary>
    public void Run(string statement)
    {
        using var command = new NpgsqlCommand(statement, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row.</summary>
    public object? Ask(string question)
    {
        using var command = new NpgsqlCommand(question, connection);
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        Forget();
        connection.Dispose();
    }

    private void Forget()
    {
        foreach (var command in prepared.Values)
        {
            command.Dispose();
        }

        prepared.Clear();
    }
}
