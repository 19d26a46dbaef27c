using System.Collections.Concurrent;
using System.Diagnostics;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests.Rollups;

/// <summary>Watches who asks for folds: a job asks from its update of the period's token, waiting for the lock included, until its fold marks the period, which is the last before its commit.</summary>
internal sealed class FoldWatch
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly ConcurrentDictionary<Guid, int> asking = [];
    private readonly ConcurrentDictionary<int, (Guid Period, TimeSpan Since)> byThread = [];
    private long lastPromise;

    /// <summary>Folds by period: when they were asked for, and when they were about to commit.</summary>
    public ConcurrentDictionary<Guid, ConcurrentQueue<(TimeSpan From, TimeSpan To)>> Folds { get; } = [];

    /// <summary>The most jobs that asked for folds of one period at once.</summary>
    public int MostAsking { get; private set; }

    public TimeSpan Now => watch.Elapsed;

    /// <summary>When the fold of a month was promised last.</summary>
    public TimeSpan LastPromise => new(Interlocked.Read(ref lastPromise));

    public void AtServiceCall(OrganizationRequest request)
    {
        var thread = Environment.CurrentManagedThreadId;
        switch (request)
        {
            case CreateRequest { Target: { LogicalName: FoldTicket.Table } ticket } when ticket.GetAttributeValue<string>(FoldTicket.TicketKey)!.StartsWith("month-", StringComparison.Ordinal):
                Interlocked.Exchange(ref lastPromise, Now.Ticks);
                break;
            case UpdateRequest { Target: { LogicalName: RollupPeriod.Table } period } when period.Contains(RollupPeriod.FoldToken):
                byThread[thread] = (period.Id, Now);
                lock (asking)
                {
                    MostAsking = Math.Max(MostAsking, asking.AddOrUpdate(period.Id, 1, (_, count) => count + 1));
                }

                break;
            case UpdateRequest { Target: { LogicalName: RollupPeriod.Table } period } when period.Contains(RollupPeriod.AsOf) && byThread.TryRemove(thread, out var asked):
                asking.AddOrUpdate(asked.Period, 0, (_, count) => count - 1);
                Folds.GetOrAdd(asked.Period, _ => []).Enqueue((asked.Since, Now));
                break;
        }
    }
}
