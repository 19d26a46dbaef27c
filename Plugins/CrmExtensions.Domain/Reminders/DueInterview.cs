namespace CrmExtensions.Reminders;

/// <summary>An interview as reminders see it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Number">What people call it; neither a customer nor anything said in it.</param>
/// <param name="DueOn">When its hearing is due, a business date.</param>
/// <param name="Chain">Who can be reminded of it.</param>
public sealed record DueInterview(Guid Id, string Number, DateTime DueOn, ReminderChain Chain)
{
    /// <summary>Whether it is current and not finished.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether it waits for its reviewer.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>The business date of the last reminder.</summary>
    public DateTime? LastReminder { get; init; }

    /// <summary>The moment of the last reminder, UTC.</summary>
    public DateTime? RemindedAt { get; init; }

    /// <summary>How often anybody has been reminded of it.</summary>
    public int Reminders { get; init; }

    /// <summary>Whom a digest has to remind of it; empty where nobody has to be reminded, or nobody can be.</summary>
    public Guid? Addressee(DateTime today) =>
        IsOpen && ReminderMarks.IsNeeded(DueOn, LastReminder, today) ? At(today, IsSubmitted) : null;

    /// <summary>
    /// Whom its last reminder may have reached. It may have been submitted or finished since, and then the reminder may have
    /// been for the owner as well as for the reviewer; a digest that waits a day too long is better than a second one.
    /// </summary>
    public IEnumerable<Guid> MayHaveReminded() => LastReminder is not { } day
        ? []
        : new[] { IsOpen && IsSubmitted ? At(day, true) : null, At(day, false), IsOpen ? null : At(day, true) }.OfType<Guid>();

    /// <summary>What it is to the person a digest of that day goes to.</summary>
    public ReminderRole RoleOn(DateTime today) =>
        IsSubmitted ? ReminderRole.Reviewer
        : ReminderMarks.LastPassed(DueOn, today) switch
        {
            ReminderMark.LongPastDue => ReminderRole.Head,
            ReminderMark.PastDue => ReminderRole.Manager,
            _ => ReminderRole.Owner,
        };

    private Guid? At(DateTime day, bool isSubmitted) => ReminderMarks.LastPassed(DueOn, day) is { } mark ? Chain.For(mark, isSubmitted) : null;
}
