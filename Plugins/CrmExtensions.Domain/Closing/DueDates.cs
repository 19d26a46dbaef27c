using CrmExtensions.Calendar;
using CrmExtensions.Settings;

namespace CrmExtensions.Closing;

/// <summary>When the two parts of an interview are due (product.md 5.4, wl_setting).</summary>
/// <param name="Reflection">Part A, the seller's own reflection.</param>
/// <param name="Hearing">Part B, the customer's account.</param>
public sealed record DueDates(DateTime Reflection, DateTime Hearing)
{
    private static readonly DateTime LatestStart = new(9990, 1, 1);

    /// <summary>Both count from the later of the closed-on date and the business date on which the deal was closed, so that a back-dated close leaves its full time.</summary>
    public static DueDates For(DateTime closedOn, DateTime businessDateOfClose, Policy policy)
    {
        var from = closedOn > businessDateOfClose ? closedOn : businessDateOfClose;
        if (from > LatestStart)
        {
            // A typing error of thousands of years, but no reason to lose the close over it.
            return new DueDates(from, from);
        }

        var reflection = policy.ReflectionInWorkingDays
            ? BusinessDate.AddWorkingDays(from, policy.ReflectionDueDays)
            : from.AddDays(policy.ReflectionDueDays);
        return new DueDates(reflection, from.AddDays(policy.HearingDueDays));
    }
}
