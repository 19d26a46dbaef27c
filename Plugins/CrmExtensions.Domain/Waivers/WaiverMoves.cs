using CrmExtensions.Closing;
using CrmExtensions.Texts;
using static CrmExtensions.Waivers.WaiverStatus;

namespace CrmExtensions.Waivers;

/// <summary>The state machine of a waiver: one table, and what is not in it is refused (product.md 5.4, wl_waiver). Who wants to ask again makes a new one.</summary>
public static class WaiverMoves
{
    // A typing error of thousands of years, but no reason to leave the calendar of the platform.
    private const int MostDays = 36_500;

    public static IReadOnlyList<WaiverMove> All { get; } =
    [
        new(Requested, Approved, WaiverMover.Approver),
        new(Requested, Rejected, WaiverMover.Approver),
        new(Requested, Withdrawn, WaiverMover.Requester),
        new(Requested, Expired, WaiverMover.Clock),
        new(Requested, CancelledByHearing, WaiverMover.Hearing),
        new(Approved, CancelledByHearing, WaiverMover.Hearing),
    ];

    /// <summary>Why the move is refused; empty where it is allowed. Staying is no move.</summary>
    /// <remarks>Expiry and cancellation are judged from data alone, whoever does it (architecture.md 4).</remarks>
    public static Refusal? Judge(WaiverRequest request, WaiverStatus to, WaiverFacts facts)
    {
        if (request.Status == to)
        {
            return null;
        }

        return All.FirstOrDefault(move => move.From == request.Status && move.To == to)?.Who switch
        {
            WaiverMover.Approver => JudgeDecision(request, to, facts),
            WaiverMover.Requester => facts.By == request.Requester ? null : new Refusal(Text.WaiverNotYoursToWithdraw),
            WaiverMover.Clock => IsExpired(request, facts) ? null : new Refusal(Text.WaiverNotExpired, LastDay(request, facts)),
            WaiverMover.Hearing => request.HearingRecorded ? null : new Refusal(Text.WaiverNotCancelled),
            _ => new Refusal(Text.WaiverMoveNotAllowed, Name(request.Status), Name(to)),
        };
    }

    /// <summary>Where the server should take it by now; empty where it stays.</summary>
    public static WaiverStatus? DueOf(WaiverRequest request, WaiverFacts facts) =>
        IsOutrun(request) ? CancelledByHearing
        : IsExpired(request, facts) ? Expired
        : null;

    /// <summary>Whether nobody has decided for too long, so that the sweep should expire it.</summary>
    public static bool IsExpired(WaiverRequest request, WaiverFacts facts) => request.Status == Requested && facts.Today.Date > LastDay(request, facts);

    /// <summary>Requests of before this business date are expired.</summary>
    public static DateTime ExpiredIfAskedBefore(WaiverFacts facts) => facts.Today.Date.AddDays(-Math.Min(Math.Max(facts.ExpiryDays, 0), MostDays));

    /// <summary>Whether the customer was heard after all, so that it should be cancelled.</summary>
    public static bool IsOutrun(WaiverRequest request) => request.HearingRecorded && request.Status is (Requested or Approved);

    public static Text Name(WaiverStatus status) => status switch
    {
        Requested => Text.WaiverRequested,
        Approved => Text.WaiverApproved,
        Rejected => Text.WaiverRejected,
        Withdrawn => Text.WaiverWithdrawn,
        Expired => Text.WaiverExpired,
        _ => Text.WaiverCancelled,
    };

    private static Refusal? JudgeDecision(WaiverRequest request, WaiverStatus to, WaiverFacts facts)
    {
        if (facts.By == request.Requester || facts.By == request.Owner)
        {
            return new Refusal(Text.WaiverTakesSecondPerson, NameOfApprovers(request));
        }

        if (!facts.Approvers.For(request).Contains(facts.By))
        {
            return new Refusal(Text.WaiverNotYoursToDecide, NameOfApprovers(request));
        }

        return to == Approved && request.HearingRecorded ? new Refusal(Text.WaiverAfterHearing) : null;
    }

    private static Text NameOfApprovers(WaiverRequest request) => request.Outcome == Outcome.Won ? Text.ApproverOfWon : Text.ApproverOfLost;

    private static DateTime LastDay(WaiverRequest request, WaiverFacts facts) =>
        request.RequestedOn.Date.AddDays(Math.Min(Math.Max(facts.ExpiryDays, 0), (DateTime.MaxValue.Date - request.RequestedOn.Date).Days));
}
