namespace CrmExtensions.Marketers;

/// <summary>Who must come into a marketer team and who must leave it, so that its members are those assigned.</summary>
/// <param name="Add">Who comes.</param>
/// <param name="Remove">Who leaves.</param>
/// <param name="Wanted">How many are in it then.</param>
public sealed record TeamChange(IReadOnlyList<Guid> Add, IReadOnlyList<Guid> Remove, int Wanted)
{
    /// <summary>The change that is due on a day; carried out, nothing is due any more.</summary>
    /// <param name="day">The business date.</param>
    /// <param name="assignments">The active assignments to one unit, of users who may use the system.</param>
    /// <param name="members">Who is in the unit's marketer team now.</param>
    public static TeamChange On(DateTime day, IEnumerable<Assignment> assignments, IReadOnlyCollection<Guid> members)
    {
        var wanted = new HashSet<Guid>(assignments.Where(assignment => assignment.IsOn(day)).Select(assignment => assignment.Marketer));
        return new TeamChange([.. wanted.Except(members).OrderBy(user => user)], [.. members.Except(wanted).OrderBy(user => user)], wanted.Count);
    }
}
