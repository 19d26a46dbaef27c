using System.Diagnostics;
using System.ServiceModel;
using CrmExtensions.Benchmarks.Org;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>Eight users at once, each closing the next deal; who meets a deadlock or a time-out tries again.</summary>
internal sealed class Rush
{
    public const int Users = 8;

    private const int Deadlock = -2147204784;
    private const int Timeout = -2147204783;

    private readonly Lock guard = new();
    private readonly List<TimeSpan> times = [];
    private int next = -1;
    private int contended;

    private Rush()
    {
    }

    /// <summary>Every close from the first call to the last return, those that were tried again included.</summary>
    public IReadOnlyList<TimeSpan> Times => times;

    /// <summary>From the first close to the last.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>How many closes met a deadlock or a time-out, and were tried again.</summary>
    public int Contended => contended;

    public TimeSpan Median => Figure.Median(times);

    public TimeSpan Mean => TimeSpan.FromTicks((long)times.Average(time => time.Ticks));

    public double ClosesASecond => times.Count / Duration.TotalSeconds;

    /// <exception cref="OperationCanceledException">It is asked to end.</exception>
    public static Rush Of(Staff staff, IReadOnlyList<Guid> deals, Steps steps)
    {
        var rush = new Rush();
        rush.Run(staff, deals, steps);
        steps.Cancellation.ThrowIfCancellationRequested();
        return rush;
    }

    private void Run(Staff staff, IReadOnlyList<Guid> deals, Steps steps)
    {
        var failures = new List<Exception>();
        var start = Stopwatch.GetTimestamp();
        var users = Enumerable.Range(0, Users).Select(_ => new Thread(() =>
        {
            try
            {
                Work(staff, deals, steps.Cancellation);
            }
#pragma warning disable CA1031 // Carried over to the thread that waits.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                lock (guard)
                {
                    failures.Add(failure);
                }
            }
        })).ToList();
        users.ForEach(user => user.Start());
        foreach (var user in users)
        {
            while (!user.Join(TimeSpan.FromMilliseconds(500)) && !steps.Cancellation.IsCancellationRequested)
            {
                steps.At(Math.Max(0, next), deals.Count);
            }

            user.Join();
        }

        Duration = Stopwatch.GetElapsedTime(start);
        if (failures.Count > 0)
        {
            throw new AggregateException(failures);
        }
    }

    private void Work(Staff staff, IReadOnlyList<Guid> deals, CancellationToken cancellation)
    {
        while (Interlocked.Increment(ref next) is var number && number < deals.Count && !cancellation.IsCancellationRequested)
        {
            var time = Watch.Once(() => CloseAtLast(staff, deals[number], number));
            lock (guard)
            {
                times.Add(time);
            }
        }
    }

    private void CloseAtLast(Staff staff, Guid deal, int number)
    {
        while (true)
        {
            try
            {
                staff.Close(deal, number);
                return;
            }
            catch (FaultException<OrganizationServiceFault> fault) when (fault.Detail.ErrorCode is Deadlock or Timeout)
            {
                Interlocked.Increment(ref contended);
            }
        }
    }
}
