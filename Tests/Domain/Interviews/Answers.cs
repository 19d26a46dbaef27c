using CrmExtensions.Closing;
using CrmExtensions.Interviews;

namespace CrmExtensions.Tests;

/// <summary>Interviews to take answers away from.</summary>
internal static class Answers
{
    public static DateTime Today { get; } = Given.Day("2026-05-01");

    public static ReasonLeaf Plain { get; } = new("B1", RequiresDetail: false, IsPrice: false);

    public static ReasonLeaf Price { get; } = new("A2", RequiresDetail: false, IsPrice: true);

    public static ReasonLeaf Other { get; } = new("Z1", RequiresDetail: true, IsPrice: false);

    /// <summary>Won, and complete.</summary>
    public static InterviewAnswers Won { get; } = new()
    {
        Outcome = Outcome.Won,
        Contest = 0,
        SellerReason = Plain,
        SellerMomentStage = 3,
        HeardOn = Today,
        HeardChannel = 0,
        InterviewerSet = true,
        InterviewerType = 0,
        RespondentSet = true,
        RespondentRole = 0,
        MomentStage = 4,
        MomentTrigger = 5,
        Narrative = "デモの場で表情が変わった",
        Reproducibility = 2,
        Reasons = [Customers(Plain)],
        MarketingSideDone = true,
        FaceToFaceSideDone = true,
    };

    /// <summary>Lost to nobody, and complete.</summary>
    public static InterviewAnswers Lost { get; } = Won with
    {
        Outcome = Outcome.Lost,
        LossOutcome = 1,
        Reproducibility = null,
        WhatWouldChange = "移行計画を先に示す",
        Reapproach = 2,
    };

    /// <summary>Nothing answered yet.</summary>
    public static InterviewAnswers Empty(Outcome outcome) => new() { Outcome = outcome };

    public static ReasonRow Customers(ReasonLeaf leaf, string? quote = null, ReasonRank rank = ReasonRank.Primary) =>
        new(Perspective.Customer, rank, leaf, quote);

    public static ReasonRow Sellers(ReasonLeaf leaf, string? quote = null, ReasonRank rank = ReasonRank.Secondary) =>
        new(Perspective.Seller, rank, leaf, quote);
}
