namespace CrmExtensions.Reminders;

/// <summary>Who can be reminded of an interview: users who are disabled are left out before (product.md 5.1 and 6, B10).</summary>
/// <param name="Owner">Its owner.</param>
/// <param name="Manager">The owner's manager.</param>
/// <param name="Heads">The heads of the owner's business unit.</param>
/// <param name="ProgramOwner">The last resort.</param>
public sealed record ReminderChain(Guid? Owner, Guid? Manager, IReadOnlyList<Guid> Heads, Guid? ProgramOwner)
{
    /// <summary>Whom the mark concerns; empty where there is nobody. A submitted interview waits for its reviewer, not for its owner.</summary>
    public Guid? For(ReminderMark mark, bool isSubmitted) => isSubmitted || mark == ReminderMark.PastDue
        ? Manager ?? Above
        : mark == ReminderMark.LongPastDue ? Above : Owner;

    // Nobody is his own superior.
    private Guid? Above => Heads.Where(head => head != Owner).OrderBy(head => head).Cast<Guid?>().FirstOrDefault()
        ?? (ProgramOwner == Owner ? null : ProgramOwner);
}
