using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>What all statuses have: a stored number, a name, and whether they lock the record (product.md 5.2, Status).</summary>
public static class InterviewStatuses
{
    // The platform's own defaults of an active and an inactive row; all others carry the prefix of our publisher.
    private const int DefaultActive = 1;
    private const int DefaultInactive = 2;
    private const int Prefix = 727_000_000;

    public static IReadOnlyList<InterviewStatus> All { get; } =
        Enumerable.Range((int)InterviewStatus.NotStarted, (int)InterviewStatus.OutOfScope).Select(number => (InterviewStatus)number).ToList();

    /// <summary>The statuscode of a status.</summary>
    public static int Stored(InterviewStatus status) => status switch
    {
        InterviewStatus.NotStarted => DefaultActive,
        InterviewStatus.Completed => DefaultInactive,
        _ => Prefix + (int)status,
    };

    /// <summary>The status of a statuscode; empty for one that is not ours.</summary>
    public static InterviewStatus? FromStored(int statusCode)
    {
        foreach (var status in All)
        {
            if (Stored(status) == statusCode)
            {
                return status;
            }
        }

        return null;
    }

    /// <summary>Whether the platform keeps the row active (statecode 0).</summary>
    public static bool IsActive(InterviewStatus status) => status is >= InterviewStatus.NotStarted and <= InterviewStatus.Returned;

    /// <summary>Whether users' columns are locked: those of every inactive row.</summary>
    public static bool IsLocked(InterviewStatus status) => !IsActive(status);

    /// <summary>Why the answers of an interview in this status may not change; empty where they may. Bookkeeping is not the users' and is never locked.</summary>
    public static Refusal? JudgeChange(InterviewStatus status) => status switch
    {
        InterviewStatus.Completed or InterviewStatus.CompletedWaived => new Refusal(Text.InterviewIsCompleted, Name(status)),
        _ => IsLocked(status) ? new Refusal(Text.InterviewIsClosed, Name(status)) : null,
    };

    public static Text Name(InterviewStatus status) => status switch
    {
        InterviewStatus.NotStarted => Text.StatusNotStarted,
        InterviewStatus.InProgress => Text.StatusInProgress,
        InterviewStatus.Scheduled => Text.StatusScheduled,
        InterviewStatus.Submitted => Text.StatusSubmitted,
        InterviewStatus.Returned => Text.StatusReturned,
        InterviewStatus.Completed => Text.StatusCompleted,
        InterviewStatus.CompletedWaived => Text.StatusCompletedWaived,
        InterviewStatus.Superseded => Text.StatusSuperseded,
        _ => Text.StatusOutOfScope,
    };
}
