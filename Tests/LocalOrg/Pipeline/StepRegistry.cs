using System.Collections.Concurrent;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Which steps run for which message, in the order of their rank.</summary>
internal sealed class StepRegistry
{
    private readonly IReadOnlyList<CustomApi> customApis;
    private readonly ConcurrentDictionary<Guid, bool> disabled = [];
    private volatile StepIndex index;

    /// <summary>The steps of a solution.</summary>
    /// <exception cref="InvalidDataException">One asks for what there is not.</exception>
    public StepRegistry(Catalog catalog)
    {
        customApis = catalog.CustomApis;
        foreach (var step in catalog.Steps)
        {
            StepRules.Check(step, customApis);
        }

        index = new StepIndex(catalog.Steps);
    }

    public IReadOnlyList<Step> All => index.All;

    /// <summary>Registers a step.</summary>
    /// <exception cref="InvalidDataException">It asks for what there is not.</exception>
    public void Add(Step step)
    {
        StepRules.Check(step, customApis);
        index = new StepIndex([.. All, step]);
    }

    public void Enable(Func<Step, bool> which, bool isEnabled)
    {
        foreach (var step in All.Where(which))
        {
            disabled[step.Id] = !isEnabled;
        }
    }

    /// <summary>Whether a message has steps for any table.</summary>
    public bool Knows(string message) => index.Knows(message);

    public bool IsEnabled(Step step) => !disabled.GetValueOrDefault(step.Id);

    /// <summary>The enabled steps of a stage that want this message.</summary>
    public IEnumerable<Step> For(Operation operation, int stage, bool asynchronous)
    {
        foreach (var step in index.Of(operation.Message, operation.Table))
        {
            if (step.Stage == stage && step.IsAsynchronous == asynchronous && IsEnabled(step) && !operation.Bypass.Omits(step) && Wants(step, operation))
            {
                yield return step;
            }
        }
    }

    /// <summary>Whether anything is registered at all, so that the usual case costs nothing.</summary>
    public bool Any(Operation operation) => index.Of(operation.Message, operation.Table).Count > 0 || WantsBulk(operation);

    /// <summary>Whether a message of a single row raises a bulk event that somebody listens to.</summary>
    public bool WantsBulk(Operation operation) => index.HasBulk(operation.Message, operation.Table);

    /// <summary>Whether a step is enabled whose stage is inside the transaction (PD/event-framework.md).</summary>
    public bool AnyInTransaction(Operation operation) =>
        index.Of(operation.Message, operation.Table).Any(step => step.Stage != Stages.PreValidation && IsEnabled(step));

    /// <summary>Whether a step after the main operation, of the row or of its bulk event, asks for the row as it was before.</summary>
    public bool WantsBefore(Operation row, Operation? bulk) => WantsBefore(row) || (bulk is not null && WantsBefore(bulk));

    private bool WantsBefore(Operation operation) =>
        index.Of(operation.Message, operation.Table).Any(step => step.Stage == Stages.PostOperation && step.Images.Any(image => image.IsBefore) && IsEnabled(step));

    // Present in the request, changed or not; of UpdateMultiple in any row (platform-facts.md 2).
    private static bool Wants(Step step, Operation operation) =>
        step.FilteringColumns.Count == 0
        || operation.Message is not ("Update" or "UpdateMultiple")
        || (operation.Optional<Entity>("Target") is { } row && Names(step, row))
        || (operation.Optional<EntityCollection>("Targets") is { } rows && rows.Entities.Any(one => Names(step, one)));

    private static bool Names(Step step, Entity row) => step.FilteringColumns.Any(row.Contains);
}
