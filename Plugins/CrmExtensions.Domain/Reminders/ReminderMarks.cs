namespace CrmExtensions.Reminders;

/// <summary>Which mark an interview has passed, and whether anybody has been reminded since. All days are business dates.</summary>
public static class ReminderMarks
{
    private static readonly ReminderMark[] LastFirst = [ReminderMark.LongPastDue, ReminderMark.PastDue, ReminderMark.Due, ReminderMark.BeforeDue];

    /// <summary>The days before its due date from which an interview may need a reminder.</summary>
    public static int DaysAhead => -(int)ReminderMark.BeforeDue;

    /// <summary>The last mark that has come by <paramref name="today"/>; empty before the first.</summary>
    public static ReminderMark? LastPassed(DateTime dueOn, DateTime today)
    {
        foreach (var mark in LastFirst)
        {
            if (today - dueOn >= TimeSpan.FromDays((int)mark))
            {
                return mark;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the last mark passed lies after the last reminder: a day on which nobody was reminded is made good, several
    /// marks missed are one reminder, and nothing is said twice.
    /// </summary>
    public static bool IsNeeded(DateTime dueOn, DateTime? lastReminder, DateTime today) =>
        LastPassed(dueOn, today) is { } mark && !(lastReminder >= dueOn.AddDays((int)mark));
}
