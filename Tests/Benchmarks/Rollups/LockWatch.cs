using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using CrmExtensions.Tables;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// Looks every 10 ms, from a connection of its own, at who waits for a lock that whom holds. What a transaction is is told by
/// the tables it has written to: opportunityclose or opportunity is a close, wl_rollupperiod is a fold, wl_foldticket alone is a
/// ticket being inserted; a transaction takes the table's lock before it waits for a row.
/// </summary>
internal sealed class LockWatch : IDisposable
{
    public const string Close = "a close";
    public const string Fold = "a fold";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(10);

    private static readonly char[] Separators = [' ', '"', '.', '(', ')', ','];

    private readonly DbConnection connection;
    private readonly CancellationTokenSource over = new();
    private readonly Stopwatch watched = Stopwatch.StartNew();
    private readonly Thread thread;
    private readonly ConcurrentDictionary<(string Waiter, string Blocker), int> waits = [];

    public LockWatch(Bed bed)
    {
        connection = bed.Connect();
        thread = new Thread(Look) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        thread.Start();
    }

    /// <summary>How often it has looked.</summary>
    public int Looks { get; private set; }

    /// <summary>How often that was: a busy machine may leave it less than was asked for.</summary>
    public TimeSpan Every => Looks == 0 ? TimeSpan.Zero : watched.Elapsed / Looks;

    /// <summary>How many transactions it has seen waiting, over all looks.</summary>
    public IReadOnlyDictionary<(string Waiter, string Blocker), int> Waits => waits;

    public int WaitsOf(string waiter) => waits.Where(pair => pair.Key.Waiter == waiter).Sum(pair => pair.Value);

    /// <summary>Who waited for whom, and how often, in words.</summary>
    public string Told => waits.IsEmpty ? "nobody waits" : string.Join(", ", waits.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key.Waiter} for {pair.Key.Blocker}: {pair.Value}"));

    /// <summary>Looks no more; the figures stay.</summary>
    public void Stop()
    {
        over.Cancel();
        thread.Join();
        watched.Stop();
    }

    public void Dispose()
    {
        Stop();
        connection.Dispose();
        over.Dispose();
    }

    private void Look()
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT waiter.query,
                (SELECT string_agg(written.relname, ' ') FROM pg_locks held JOIN pg_class written ON written.oid = held.relation
                    WHERE held.pid = waiter.pid AND held.granted AND held.mode = 'RowExclusiveLock' AND written.relkind = 'r'),
                (SELECT string_agg(written.relname, ' ') FROM pg_locks held JOIN pg_class written ON written.oid = held.relation
                    WHERE held.pid = blocker.pid AND held.granted AND held.mode = 'RowExclusiveLock' AND written.relkind = 'r')
            FROM (SELECT pid, query FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND wait_event <> 'extend' OFFSET 0) waiter
            CROSS JOIN LATERAL unnest(pg_blocking_pids(waiter.pid)) AS blocker(pid)
            """;
        command.Prepare();
        for (var looked = Stopwatch.GetTimestamp(); !over.Token.WaitHandle.WaitOne(Rest(looked));)
        {
            looked = Stopwatch.GetTimestamp();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                // Who has moved on meanwhile has its last statement to tell of it.
                var waiter = reader.GetString(reader.IsDBNull(1) ? 0 : 1);
                var blocker = reader.IsDBNull(2) ? "" : reader.GetString(2);
                waits.AddOrUpdate((KindOf(waiter), KindOf(blocker)), 1, (_, seen) => seen + 1);
            }

            Looks++;
        }
    }

    private static TimeSpan Rest(long looked) => Stopwatch.GetElapsedTime(looked) is var gone && gone < Interval ? Interval - gone : TimeSpan.Zero;

    private static string KindOf(string text)
    {
        var words = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        return words.Contains(OpportunityClose.Table) || words.Contains(Opportunity.Table) ? Close
            : words.Contains(RollupPeriod.Table) ? Fold
            : words.Contains(FoldTicket.Table) ? "a ticket"
            : "another";
    }
}
