using System.Collections.Concurrent;
using System.Diagnostics;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// Counts and times the folds of each period, and those of one period that are at work at once. A job asks for a fold with an
/// update of the period's token, and looks at the period afterwards; the service calls of the fold itself come in between, from
/// steps of that update.
/// </summary>
internal sealed class FoldWatch
{
    private const string OfTheJob = "Create";

    private readonly Lock guard = new();
    private readonly Dictionary<int, (Guid Period, long Began)> open = [];
    private readonly ConcurrentDictionary<Guid, List<TimeSpan>> folds = [];

    public FoldWatch(Meter meter) => meter.AtServiceCall = Look;

    /// <summary>How often two jobs folded one period at once.</summary>
    public int Overlaps { get; private set; }

    /// <summary>How long each fold of a period took, the wait for its lock included.</summary>
    public IReadOnlyList<TimeSpan> Of(Guid period) => folds.GetValueOrDefault(period) ?? [];

    private void Look(string message, OrganizationRequest request)
    {
        if (message != OfTheJob)
        {
            return;
        }

        lock (guard)
        {
            var thread = Environment.CurrentManagedThreadId;
            if (open.Remove(thread, out var fold))
            {
                folds.GetOrAdd(fold.Period, _ => []).Add(Stopwatch.GetElapsedTime(fold.Began));
            }

            if (request is UpdateRequest { Target: { LogicalName: RollupPeriod.Table } period } && period.Contains(RollupPeriod.FoldToken))
            {
                Overlaps += open.Values.Count(other => other.Period == period.Id);
                open[thread] = (period.Id, Stopwatch.GetTimestamp());
            }
        }
    }
}
