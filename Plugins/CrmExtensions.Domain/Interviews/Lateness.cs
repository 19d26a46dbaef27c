using CrmExtensions.Settings;

namespace CrmExtensions.Interviews;

/// <summary>What the calendar alone says of an interview (product.md 5.2 and 5.4, wl_setting); the sweep writes it down the day after.</summary>
/// <param name="IsDue">The due date has passed; of a completed interview too, since the on-time rate is over all that were due.</param>
/// <param name="IsOverdue">It is open for longer than it should be.</param>
/// <param name="IsStale">It is open for so long that it will hardly be completed.</param>
public sealed record Lateness(bool IsDue, bool IsOverdue, bool IsStale)
{
    // A typing error of thousands of years, but no reason to leave the calendar of the platform.
    private const int MostDays = 36_500;

    /// <summary>The statuses in which an interview can be due: what was reopened or ruled out owes nothing.</summary>
    public static IReadOnlyList<InterviewStatus> Due { get; } =
        InterviewStatuses.All.Where(status => status is not (InterviewStatus.Superseded or InterviewStatus.OutOfScope)).ToList();

    /// <summary>The statuses in which an interview can be overdue or stale.</summary>
    public static IReadOnlyList<InterviewStatus> Open { get; } = InterviewStatuses.All.Where(InterviewStatuses.IsActive).ToList();

    public static Lateness Of(InterviewStatus status, bool isCurrent, DateTime dueOn, DateTime today, Policy policy) => new(
        isCurrent && Due.Contains(status) && dueOn.Date < today.Date,
        isCurrent && Open.Contains(status) && dueOn.Date < OverdueIfDueBefore(today, policy),
        isCurrent && Open.Contains(status) && dueOn.Date < StaleIfDueBefore(today, policy));

    /// <summary>Interviews that were due before this date are overdue.</summary>
    public static DateTime OverdueIfDueBefore(DateTime today, Policy policy) => Before(today, policy.OverdueDays, policy);

    /// <summary>Interviews that were due before this date are stale.</summary>
    public static DateTime StaleIfDueBefore(DateTime today, Policy policy) => Before(today, policy.StaleDays, policy);

    // The days count from the day that the due date counts from; whatever is set, nothing is late before it is due.
    private static DateTime Before(DateTime today, int days, Policy policy) =>
        today.Date.AddDays(-Math.Min(Math.Max((long)days - policy.HearingDueDays, 0), MostDays));
}
