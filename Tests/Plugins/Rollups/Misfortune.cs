using System.Collections.Concurrent;
using System.ServiceModel;
using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>Whatever can go wrong with jobs, drawn from one seeded chance.</summary>
internal sealed class Misfortune(int seed)
{
    // Deadlock, time-out, duplicate key.
    private static readonly int[] Codes = [-2147204784, -2147204783, -2147088238];

    private readonly Random chance = new(seed);
    private readonly Lock guard = new();
    private volatile bool isOver;

    /// <summary>How often what has happened.</summary>
    public ConcurrentDictionary<string, int> Happened { get; } = [];

    public void End() => isOver = true;

    public int Draw(int below)
    {
        lock (guard)
        {
            return chance.Next(below);
        }
    }

    /// <summary>At a service call: the worker is lost, or others are in the way.</summary>
    public void AtServiceCall()
    {
        switch (isOver ? -1 : Draw(400))
        {
            case 0 or 1:
                Count("workers lost");
                throw new WorkerLostException();
            case >= 2 and <= 4 and var kind:
                Count("faults");
                throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = Codes[kind - 2], Message = "In the way." }, new FaultReason("In the way."));
        }
    }

    /// <summary>A job comes twice, or after others that came later.</summary>
    public IPlugin Around(IPlugin plugin) => new Delivery(this, plugin);

    private void Count(string what) => Happened.AddOrUpdate(what, 1, (_, count) => count + 1);

    private sealed class Delivery(Misfortune misfortune, IPlugin plugin) : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider)
        {
            var kind = misfortune.isOver ? -1 : misfortune.Draw(10);
            if (kind == 0)
            {
                misfortune.Count("jobs put back");
                throw new InvalidPluginExecutionException(OperationStatus.Retry, "Later.");
            }

            plugin.Execute(serviceProvider);
            if (kind == 1)
            {
                misfortune.Count("jobs delivered twice");
                plugin.Execute(serviceProvider);
            }
        }
    }
}
