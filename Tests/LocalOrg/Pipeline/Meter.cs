using System.Collections.Concurrent;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Counts what plug-ins do, and lets a test step in at each of their service calls.</summary>
public sealed class Meter
{
    private readonly ConcurrentDictionary<string, int> runs = [];

    /// <summary>Called at every service call of a plug-in with the plug-in's message and the request; what it throws is that call's fault.</summary>
    public Action<string, OrganizationRequest>? AtServiceCall { get; set; }

    /// <summary>Called with the text of every statement that a message sends to the database; its values stand as @p0, @p1.</summary>
    public Action<string>? AtStatement { get; set; }

    /// <summary>The most service calls that synchronous steps made for one request from outside, by message and, where it has a target, table.</summary>
    public ConcurrentDictionary<string, int> MostServiceCalls { get; } = [];

    /// <summary>How often a plug-in class has run.</summary>
    public int RunsOf(string typeName) => runs.GetValueOrDefault(typeName);

    internal void Ran(string typeName) => runs.AddOrUpdate(typeName, 1, (_, count) => count + 1);

    internal void Count(Operation operation, OrganizationRequest request)
    {
        if (operation.Unit is { } unit)
        {
            unit.ServiceCalls++;
        }
        else
        {
            operation.EarlyCalls++;
        }

        AtServiceCall?.Invoke(operation.Message, request);
    }

    internal void Done(Operation operation, UnitOfWork unit)
    {
        var table = operation.Optional<Entity>("Target")?.LogicalName ?? "";
        MostServiceCalls.AddOrUpdate((operation.Message + " " + table).TrimEnd(), unit.ServiceCalls, (_, most) => Math.Max(most, unit.ServiceCalls));
    }
}
