using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace CrmExtensions.Local.Store;

/// <summary>One connection to an org's database.</summary>
internal sealed partial class PostgreSqlConnection : IDisposable
{
    private const int MostTexts = 1000;

    private readonly NpgsqlConnection connection;
    private readonly Dictionary<string, string> positional = new(StringComparer.Ordinal);

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

    /// <summary>
    /// A new command each time, with its values by position: the connection prepares the text by itself, and a command used
    /// again sends a value in the format of the one before it (Npgsql 10.0.3, an empty one followed by a number).
    /// </summary>
    public NpgsqlCommand Command(string text)
    {
        if (!positional.TryGetValue(text, out var known))
        {
            if (positional.Count >= MostTexts)
            {
                positional.Clear();
            }

            known = Marker().Replace(text, marker => "$" + (int.Parse(marker.Groups[1].ValueSpan, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
            positional.Add(text, known);
        }

        return new NpgsqlCommand(known, connection);
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

    public void Dispose() => connection.Dispose();

    [GeneratedRegex(@"@p(\d+)")]
    private static partial Regex Marker();
}
