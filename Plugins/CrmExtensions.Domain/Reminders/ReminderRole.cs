namespace CrmExtensions.Reminders;

/// <summary>As what somebody is reminded of an interview, in the order of a digest.</summary>
public enum ReminderRole
{
    Owner,
    Reviewer,
    Manager,
    Head,
}
