using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Interviews;

/// <summary>From the row of an interview to what the rules look at.</summary>
internal static class Answers
{
    // Typing errors of centuries, but no reason to leave the calendar.
    private const int EarliestYear = 1900;

    private const int MostDays = 36_500;

    /// <param name="row">The row as it will be.</param>
    /// <param name="children">What hangs below it; without, those answers count as not given.</param>
    public static InterviewAnswers Of(Entity row, InterviewChildren? children) => new()
    {
        Outcome = (Outcome)(ChoiceOf(row, Interview.Outcome) ?? 0),
        HearingWaived = children?.WaiverApproved ?? false,
        LossOutcome = ChoiceOf(row, Interview.LossOutcome),
        Contest = ChoiceOf(row, Interview.Contest),
        ContestPattern = ChoiceOf(row, Interview.ContestPattern),
        SellerReason = row.GetAttributeValue<EntityReference>(Interview.SellerReasonId) is null ? null : children?.SellerReason ?? new ReasonLeaf("", false, false),
        SellerMomentStage = ChoiceOf(row, Interview.SellerMomentStage),
        SellerNote = row.GetAttributeValue<string>(Interview.SellerNote),
        EarliestOn = EarliestOn(row),
        HeardOn = row.GetAttributeValue<DateTime?>(Interview.HeardOn),
        HeardChannel = ChoiceOf(row, Interview.HeardChannel),
        InterviewerSet = row.GetAttributeValue<EntityReference>(Interview.InterviewerId) is not null,
        InterviewerType = ChoiceOf(row, Interview.InterviewerType),
        RespondentSet = row.GetAttributeValue<EntityReference>(Interview.RespondentId) is not null,
        RespondentRole = ChoiceOf(row, Interview.RespondentRole),
        MomentStage = ChoiceOf(row, Interview.MomentStage),
        MomentTrigger = ChoiceOf(row, Interview.MomentTrigger),
        MomentOn = row.GetAttributeValue<DateTime?>(Interview.MomentOn),
        Narrative = row.GetAttributeValue<string>(Interview.MomentNarrative),
        DecidingRemark = row.GetAttributeValue<string>(Interview.DecidingRemark),
        SpeakerSide = ChoiceOf(row, Interview.SpeakerSide),
        SpeakerRole = ChoiceOf(row, Interview.SpeakerRole),
        SamePriceChoice = ChoiceOf(row, Interview.SamePriceChoice),
        PriceKind = ChoiceOf(row, Interview.PriceKind),
        WhatWouldChange = row.GetAttributeValue<string>(Interview.WhatWouldChange),
        Reapproach = ChoiceOf(row, Interview.Reapproach),
        ReapproachOn = row.GetAttributeValue<DateTime?>(Interview.ReapproachOn),
        Reproducibility = ChoiceOf(row, Interview.Reproducibility),
        Conditions = row.GetAttributeValue<string>(Interview.Conditions),
        Reasons = children?.Reasons ?? [],
        Competitors = children?.Competitors ?? [],
        MarketingSideDone = row.GetAttributeValue<bool>(Interview.NoMarketingData) || HasAny(row, Interview.LeadSource, Interview.CampaignId, Interview.ContentInfluence),
        FaceToFaceSideDone = HasAny(row, Interview.Mood, Interview.Atmosphere, Interview.DecidingRemark, Interview.MomentNarrative),
    };

    public static int? ChoiceOf(Entity row, string column) => Choices.Offset(row.GetAttributeValue<OptionSetValue>(column));

    // A deal is often entered late, once it is decided, so the day it was entered alone proves nothing.
    private static DateTime? EarliestOn(Entity row) =>
        row.GetAttributeValue<DateTime?>(Interview.ClosedOn) is { } closed && closed.Year > EarliestYear
            ? closed.AddDays(-Math.Min(Math.Max(row.GetAttributeValue<int>(Interview.DealAgeDays), 0), MostDays)).AddYears(-1)
            : null;

    private static bool HasAny(Entity row, params string[] columns) =>
        columns.Any(column => row.Contains(column) && ColumnValues.IsFilled(row[column]));
}
