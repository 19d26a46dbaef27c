namespace CrmExtensions.Interviews;

/// <summary>Where an interview stands (product.md 5.2, Status); how the numbers are stored, <see cref="InterviewStatuses"/> says.</summary>
public enum InterviewStatus
{
    NotStarted = 1,
    InProgress = 2,
    Scheduled = 3,
    Submitted = 4,
    Returned = 5,
    Completed = 6,
    CompletedWaived = 7,
    Superseded = 8,
    OutOfScope = 9,
}
