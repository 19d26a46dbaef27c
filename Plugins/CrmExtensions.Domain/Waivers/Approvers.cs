using CrmExtensions.Closing;

namespace CrmExtensions.Waivers;

/// <summary>Who may decide over waivers of an interview today (product.md 5.1, wl_approver, and 6, B8).</summary>
/// <param name="Manager">The manager of the interview's owner, if any.</param>
/// <param name="Delegates">Who stands in for managers of the business unit.</param>
/// <param name="Heads">The heads of the business unit.</param>
/// <param name="ProgramOwners">The last resort.</param>
public sealed record Approvers(Guid? Manager, IReadOnlyList<Guid> Delegates, IReadOnlyList<Guid> Heads, IReadOnlyList<Guid> ProgramOwners)
{
    /// <summary>The approvers as of a day, out of the rows of the business unit.</summary>
    public static Approvers On(DateTime day, Guid? manager, IEnumerable<ApproverRow> rows, IReadOnlyList<Guid> programOwners)
    {
        var named = rows.Where(row => row.IsNamedOn(day)).ToLookup(row => row.Kind, row => row.User);
        return new Approvers(manager, [.. named[ApproverKind.Delegate]], [.. named[ApproverKind.Head]], programOwners);
    }

    /// <summary>
    /// Lost: the manager and the delegates; without a manager the heads, without these the program owners. Won: the heads, and
    /// without these the program owners. Whoever asked for the waiver or owns the interview is no approver of it, so for his own
    /// request a manager has the next level decide.
    /// </summary>
    public IReadOnlyList<Guid> For(WaiverRequest request)
    {
        List<Guid> Others(IEnumerable<Guid> users) => users.Where(user => user != Guid.Empty && user != request.Requester && user != request.Owner).ToList();

        var above = FirstFilled(Others(Heads), Others(ProgramOwners));
        return request.Outcome == Outcome.Won
            ? above
            : [.. Others(Delegates), .. FirstFilled(Others(Manager is { } manager ? [manager] : []), above)];
    }

    private static IReadOnlyList<Guid> FirstFilled(IReadOnlyList<Guid> first, IReadOnlyList<Guid> second) => first.Count > 0 ? first : second;
}
