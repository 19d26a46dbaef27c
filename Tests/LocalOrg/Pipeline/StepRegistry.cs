using System.Collections.Concurrent;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Which steps run for which message, in the order of their rank.</summary>
internal sealed class StepRegistry
{
    private readonly ConcurrentDictionary<Guid, bool> disabled = [];
    private volatile IReadOnlyList<Step> steps = [];
    private volatile ILookup<(string Message, string Table), Step> byMessage;
    private volatile HashSet<(string Message, string Table)> raising = [];
    private volatile HashSet<(string Message, string Table)> bulk = [];

    public StepRegistry(IReadOnlyList<Step> registered) => byMessage = Index(registered);

    public IReadOnlyList<Step> All => steps;

    /// <summary>Registers a step.</summary>
    /// <exception cref="InvalidDataException">It asks for what there is not.</exception>
    public void Add(Step step)
    {
        StepRules.Check(step);
        byMessage = Index([.. steps, step]);
    }

    public void Enable(Func<Step, bool> which, bool isEnabled)
    {
        foreach (var step in steps.Where(which))
        {
            disabled[step.Id] = !isEnabled;
        }
    }

    public bool IsEnabled(Step step) => !disabled.GetValueOrDefault(step.Id);

    /// <summary>The enabled steps of a stage that want this message.</summary>
    public IEnumerable<Step> For(Operation operation, int stage, bool asynchronous)
    {
        foreach (var step in byMessage[(operation.Message, operation.Table)])
        {
            if (step.Stage == stage && step.IsAsynchronous == asynchronous && IsEnabled(step) && !operation.Bypass.Omits(step) && Wants(step, operation))
            {
                yield return step;
            }
        }
    }

    /// <summary>Whether anything is registered at all, so that the usual case costs nothing.</summary>
    public bool Any(Operation operation) => raising.Contains((operation.Message, operation.Table));

    /// <summary>Whether a message of a single row raises a bulk event that somebody listens to.</summary>
    public bool WantsBulk(Operation operation) => bulk.Contains((operation.Message, operation.Table));

    /// <summary>Whether a step after the main operation asks for the row as it was before.</summary>
    public bool WantsBefore(Operation operation) =>
        byMessage[(operation.Message, operation.Table)].Any(step => step.Stage == Stages.PostOperation && step.Images.Any(image => image.IsBefore) && IsEnabled(step));

    private ILookup<(string Message, string Table), Step> Index(IReadOnlyList<Step> all)
    {
        steps = all;
        bulk = [.. all.Where(step => BulkEvent.Is(step.Message)).Select(step => (BulkEvent.SingleOf(step.Message), step.Table))];
        raising = [.. all.Select(step => (step.Message, step.Table)), .. bulk];
        return all.OrderBy(step => step.Rank).ToLookup(step => (step.Message, step.Table));
    }

    // Present in the request, changed or not; of UpdateMultiple in any row (platform-facts.md 2).
    private static bool Wants(Step step, Operation operation) =>
        step.FilteringColumns.Count == 0
        || operation.Message is not ("Update" or "UpdateMultiple")
        || (operation.Optional<Entity>("Target") is { } row && Names(step, row))
        || (operation.Optional<EntityCollection>("Targets") is { } rows && rows.Entities.Any(one => Names(step, one)));

    private static bool Names(Step step, Entity row) => step.FilteringColumns.Any(row.Contains);
}
