using System.Globalization;
using CrmExtensions.Settings;
using CrmExtensions.Texts;

namespace CrmExtensions.Closing;

/// <summary>Which closes need no hearing by policy, so that a bulk clean-up of stale deals does not create hundreds (product.md 13).</summary>
public static class CleanUp
{
    /// <summary>Why the deal is out of scope; empty where it needs its hearing.</summary>
    /// <param name="deal">The deal.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="wasActiveSince">Whether an activity took place on a date or after it; asked only where that decides.</param>
    /// <param name="closedOn">The business date of the close.</param>
    public static Sentence? Judge(ClosedDeal deal, Policy policy, DateTime closedOn, Func<DateTime, bool> wasActiveSince)
    {
        if (IsTooSmall(deal, policy))
        {
            return new Sentence(Text.OutOfScopeTooSmall, Amount(deal.Value!.Value), Amount(policy.MinimumValue));
        }

        return MayBeStale(deal, policy) && !wasActiveSince(QuietSince(closedOn, policy)) ? Stale(deal, policy) : null;
    }

    // Whose value nobody entered may be large: leaving it empty must not be a way around the hearing.
    private static bool IsTooSmall(ClosedDeal deal, Policy policy) => deal.Value < policy.MinimumValue;

    private static bool MayBeStale(ClosedDeal deal, Policy policy) =>
        policy is { CleanUpAgeDays: > 0, CleanUpBelow: not null }
        && deal.Outcome == Outcome.Lost
        && deal.AgeDays >= policy.CleanUpAgeDays
        && (deal.Value is null || deal.Value < policy.CleanUpBelow);

    // A deal of that age was not there before, so the calendar does not end here.
    private static DateTime QuietSince(DateTime closedOn, Policy policy) => closedOn.Date.AddDays(-policy.CleanUpAgeDays!.Value);

    private static Sentence Stale(ClosedDeal deal, Policy policy) => new(
        Text.OutOfScopeStale,
        deal.AgeDays,
        policy.CleanUpAgeDays!.Value,
        deal.Value is { } value
            ? new Sentence(Text.ValueBelow, Amount(value), Amount(policy.CleanUpBelow!.Value))
            : new Sentence(Text.NoValueBelow, Amount(policy.CleanUpBelow!.Value)));

    private static string Amount(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
}
