namespace CrmExtensions.Waivers;

/// <summary>An approver named for a business unit, wl_approver.</summary>
/// <param name="User">Who.</param>
/// <param name="Kind">Head of the unit, or delegate of its managers.</param>
/// <param name="From">The first day; empty for ever since.</param>
/// <param name="To">The last day; empty for until further notice.</param>
public sealed record ApproverRow(Guid User, ApproverKind Kind, DateTime? From, DateTime? To)
{
    public bool IsNamedOn(DateTime day) => !(From?.Date > day.Date) && !(To?.Date < day.Date);
}
