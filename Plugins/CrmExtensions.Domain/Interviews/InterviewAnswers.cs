using CrmExtensions.Closing;
using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>All of an interview that requirements look at; choices are offsets, empty where nobody has answered (product.md 5.2).</summary>
public sealed record InterviewAnswers
{
    public Outcome Outcome { get; init; }

    /// <summary>Whether an approved waiver frees it from the customer's account.</summary>
    public bool HearingWaived { get; init; }

    public int? LossOutcome { get; init; }

    public int? Contest { get; init; }

    public int? ContestPattern { get; init; }

    /// <summary>Our own primary reason, the lookup.</summary>
    public ReasonLeaf? SellerReason { get; init; }

    public int? SellerMomentStage { get; init; }

    public string? SellerNote { get; init; }

    /// <summary>A year before the deal was entered or, where it was entered later than closed, before its close: nobody was asked how it was decided before that.</summary>
    public DateTime? EarliestOn { get; init; }

    public DateTime? HeardOn { get; init; }

    public int? HeardChannel { get; init; }

    public bool InterviewerSet { get; init; }

    public int? InterviewerType { get; init; }

    public bool RespondentSet { get; init; }

    public int? RespondentRole { get; init; }

    public int? MomentStage { get; init; }

    public int? MomentTrigger { get; init; }

    /// <summary>About when the moment was.</summary>
    public DateTime? MomentOn { get; init; }

    public string? Narrative { get; init; }

    public string? DecidingRemark { get; init; }

    public int? SpeakerSide { get; init; }

    public int? SpeakerRole { get; init; }

    public int? SamePriceChoice { get; init; }

    public int? PriceKind { get; init; }

    public string? WhatWouldChange { get; init; }

    public int? Reapproach { get; init; }

    public DateTime? ReapproachOn { get; init; }

    public int? Reproducibility { get; init; }

    public string? Conditions { get; init; }

    public IReadOnlyList<ReasonRow> Reasons { get; init; } = [];

    public IReadOnlyList<CompetitorRow> Competitors { get; init; } = [];

    /// <summary>Marketing's left column: whether it holds anything, or was ticked to have no data (product.md 4, idea 11).</summary>
    public bool MarketingSideDone { get; init; }

    /// <summary>The face-to-face right column: whether it holds anything, or was ticked to have no data.</summary>
    public bool FaceToFaceSideDone { get; init; }

    /// <summary>Whether the customer was heard: somebody wrote down when and how.</summary>
    public bool HasHearing => HeardOn is not null && HeardChannel is not null;

    /// <summary>Whether the customer's account is due. A hearing outranks a waiver, which it cancels.</summary>
    public bool NeedsHearing => HasHearing || !HearingWaived;

    public bool IsLost => Outcome == Outcome.Lost;

    /// <summary>Whether a remark stands there, or must since a remark is what moved the customer.</summary>
    public bool HasRemark => MomentTrigger == Choice.RemarkTrigger || !WrittenLength.IsBlank(DecidingRemark);

    /// <summary>Whether a customer of a lost deal named the price; then the same-price question must follow.</summary>
    public bool NeedsPriceAnswers => IsLost && ReasonsOf(Perspective.Customer).Any(row => row.Leaf!.IsPrice);

    /// <summary>The rows of a perspective that name a reason.</summary>
    public IEnumerable<ReasonRow> ReasonsOf(Perspective perspective) => Reasons.Where(row => row.Perspective == perspective && row.Leaf is not null);

    public int PrimariesOf(Perspective perspective) => ReasonsOf(perspective).Count(row => row.Rank == ReasonRank.Primary);
}
