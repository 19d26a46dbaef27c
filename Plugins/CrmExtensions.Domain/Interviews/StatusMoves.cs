using CrmExtensions.Texts;
using static CrmExtensions.Interviews.InterviewStatus;

namespace CrmExtensions.Interviews;

/// <summary>The state machine of an interview: one table, and what is not in it is refused (product.md 5.2, Status).</summary>
public static class StatusMoves
{
    private const Movers OwnerOrPolicy = Movers.Owner | Movers.Policy;
    private const Movers ManagerOrPolicy = Movers.Manager | Movers.Policy;

    /// <summary>Every allowed move, in the order of the statuses.</summary>
    public static IReadOnlyList<StatusMove> All { get; } =
    [
        new(NotStarted, InProgress, OwnerOrPolicy),
        new(NotStarted, Submitted, Movers.Owner, MoveNeed.HearingOrWaiver),
        new(InProgress, Scheduled, OwnerOrPolicy),
        new(InProgress, Submitted, Movers.Owner, MoveNeed.HearingOrWaiver),
        new(Scheduled, Submitted, Movers.Owner),
        new(Submitted, Returned, Movers.Manager),
        new(Submitted, Completed, ManagerOrPolicy, MoveNeed.Hearing, TakesSecondPerson: true),
        new(Submitted, CompletedWaived, ManagerOrPolicy, MoveNeed.Waiver, TakesSecondPerson: true),
        new(Returned, Submitted, Movers.Owner),
        new(Completed, Returned, Movers.Manager),
        new(CompletedWaived, Returned, Movers.Manager),
        .. InterviewStatuses.All.Where(InterviewStatuses.IsActive).Select(from => new StatusMove(from, OutOfScope, ManagerOrPolicy, MoveNeed.Reason, TakesSecondPerson: true)),
        .. InterviewStatuses.All.Where(from => from != Superseded).Select(from => new StatusMove(from, Superseded, Movers.System, MoveNeed.OverriddenClose)),
    ];

    /// <summary>Why the move is refused; empty where it is allowed. Staying is no move.</summary>
    /// <remarks>
    /// Superseding is judged from data alone, whoever does it (architecture.md 4). A policy completes only what is specific.
    /// Nobody completes or rules out his own interview: a second person does. He may return it to himself, since it has to
    /// pass that person afterwards.
    /// </remarks>
    public static Refusal? Judge(InterviewStatus from, InterviewStatus to, MoveFacts facts)
    {
        if (from == to)
        {
            return null;
        }

        var move = All.FirstOrDefault(allowed => allowed.From == from && allowed.To == to);
        return move is null ? NotAllowed(from, to) : NotBy(move, facts) ?? NotYet(move, facts);
    }

    private static Refusal NotAllowed(InterviewStatus from, InterviewStatus to)
    {
        var onward = All.Where(move => move.From == from)
            .Select(move => new Sentence(Text.MoveOnward, InterviewStatuses.Name(move.To), NameOf(move.Who)))
            .ToList();
        return onward.Count == 0
            ? new Refusal(Text.MoveFromTheEnd, InterviewStatuses.Name(from), InterviewStatuses.Name(to))
            : new Refusal(Text.MoveNotAllowed, InterviewStatuses.Name(from), InterviewStatuses.Name(to), onward);
    }

    private static Refusal? NotBy(StatusMove move, MoveFacts facts) =>
        (move.Who & Entitled(move, facts)) != Movers.None ? null : Refuse(WhyNotBy(move, facts.By), move);

    private static Text WhyNotBy(StatusMove move, Movers by) =>
        !move.TakesSecondPerson ? Text.MoveNotYours
        : by.HasFlag(Movers.Policy) ? Text.MoveNotSpecific
        : by.HasFlag(Movers.Owner | Movers.Manager) ? Text.MoveTakesSecondPerson
        : Text.MoveNotYours;

    private static Movers Entitled(StatusMove move, MoveFacts facts)
    {
        var by = facts.By | Movers.System;
        if (move.TakesSecondPerson && by.HasFlag(Movers.Owner))
        {
            by &= ~Movers.Manager;
        }

        var completes = move.To is Completed or CompletedWaived;
        return completes && facts.Band != MoveFacts.SpecificBand ? by & ~Movers.Policy : by;
    }

    private static Refusal? NotYet(StatusMove move, MoveFacts facts) => Unmet(move.Need, facts) is { } ask ? Refuse(ask, move) : null;

    private static Text? Unmet(MoveNeed need, MoveFacts facts) => need switch
    {
        MoveNeed.HearingOrWaiver when !(facts.HearingRecorded || facts.WaiverApproved) => Text.MoveNeedsHearingOrWaiver,
        MoveNeed.Hearing when !facts.HearingRecorded => Text.MoveNeedsHearing,
        MoveNeed.Waiver when !facts.WaiverApproved || facts.HearingRecorded => Text.MoveNeedsWaiver,
        MoveNeed.Reason when !facts.HasReason => Text.MoveNeedsReason,
        MoveNeed.OverriddenClose when !(facts.OpportunityIsOpen || facts.NewerCloseExists) => Text.MoveNeedsOverriddenClose,
        _ => null,
    };

    private static Refusal Refuse(Text text, StatusMove move) =>
        new(text, InterviewStatuses.Name(move.From), InterviewStatuses.Name(move.To), NameOf(move.Who));

    private static Text NameOf(Movers who) => who switch
    {
        Movers.Owner => Text.MoverOwner,
        OwnerOrPolicy => Text.MoverOwnerOrPolicy,
        Movers.Manager => Text.MoverManager,
        ManagerOrPolicy => Text.MoverManagerOrPolicy,
        _ => Text.MoverSystem,
    };
}
