using CrmExtensions.Calendar;
using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>The decisions that the plug-ins execute; a test replaces one to break the protocol.</summary>
internal sealed record Protocol
{
    public static Protocol Shipped { get; } = new();

    public IReadOnlyList<FoldAct> Acts { get; init; } = Fold.Acts;

    public Func<Errand, Finding, Func<Period, IReadOnlyList<Period>>, IReadOnlyList<Errand>> After { get; init; } = Errands.After;

    public Func<PeriodFacts, DateTime, StaleCause> Sweep { get; init; } = Staleness.Of;

    /// <summary>Whether the job that promises the fold of a change begins after the change's commit.</summary>
    public bool PromisesAfterCommit { get; init; } = true;

    /// <summary>Whether a fold holds the lock of its period.</summary>
    public bool Locks { get; init; } = true;
}
