namespace CrmExtensions.Reminders;

/// <summary>When an unfinished interview is reminded of: the numbers are days from its due date (product.md 6, B10).</summary>
public enum ReminderMark
{
    BeforeDue = -3,
    Due = 0,
    PastDue = 3,
    LongPastDue = 10,
}
