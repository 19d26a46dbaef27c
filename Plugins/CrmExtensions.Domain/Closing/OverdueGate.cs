using CrmExtensions.Settings;
using CrmExtensions.Texts;

namespace CrmExtensions.Closing;

/// <summary>Whoever owns more overdue interviews than the limit closes no further deal, or is warned (product.md 6, B2).</summary>
public static class OverdueGate
{
    private const int MostNamed = 5;

    /// <summary>Why the deal may not be closed; empty where it may.</summary>
    /// <param name="overdue">The numbers of the closer's overdue interviews, oldest first.</param>
    /// <param name="policy">What the organisation has decided.</param>
    public static Refusal? Judge(IReadOnlyList<string> overdue, Policy policy) =>
        policy.Enforcement == Enforcement.Block && IsOver(overdue, policy)
            ? new Refusal(Text.CloseOverLimit, WhatIsOverdue(overdue, policy))
            : null;

    /// <summary>What whoever has closed a deal is warned of; empty where there is nothing to warn of.</summary>
    /// <param name="overdue">The numbers of the closer's overdue interviews, oldest first.</param>
    /// <param name="policy">What the organisation has decided.</param>
    public static Sentence? Warning(IReadOnlyList<string> overdue, Policy policy) =>
        policy.Enforcement == Enforcement.Warn && IsOver(overdue, policy) ? WhatIsOverdue(overdue, policy) : null;

    private static bool IsOver(IReadOnlyList<string> overdue, Policy policy) => overdue.Count > policy.OverdueLimit;

    private static Sentence WhatIsOverdue(IReadOnlyList<string> overdue, Policy policy) =>
        new(Text.OverdueInterviews, overdue.Count, policy.OverdueLimit, Named(overdue));

    private static object Named(IReadOnlyList<string> overdue) => overdue.Count > MostNamed
        ? new Sentence(Text.NamedAndMore, overdue.Take(MostNamed).ToList(), overdue.Count - MostNamed)
        : overdue;
}
