using System.Globalization;
using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Interviews;
using CrmExtensions.Proof;
using CrmExtensions.Rollups;
using CrmExtensions.Texts;
using CrmExtensions.Waivers;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class StoredNumbersTests
{
    [TestMethod]
    [DataRow(Grain.Month, 0)]
    [DataRow(Grain.Quarter, 1)]
    [DataRow(Grain.Half, 2)]
    [DataRow(Grain.Year, 3)]
    [DataRow(OpportunityState.Open, 0)]
    [DataRow(OpportunityState.Won, 1)]
    [DataRow(OpportunityState.Lost, 2)]
    [DataRow(Outcome.Won, 0)]
    [DataRow(Outcome.Lost, 1)]
    [DataRow(Dimension.All, 0)]
    [DataRow(Dimension.Industry, 1)]
    [DataRow(Dimension.Competitor, 2)]
    [DataRow(Dimension.BusinessUnit, 3)]
    [DataRow(Dimension.Segment, 4)]
    [DataRow(Dimension.ProductLine, 5)]
    [DataRow(Dimension.Stage, 6)]
    [DataRow(Dimension.Trigger, 7)]
    [DataRow(Dimension.ReasonCategory, 8)]
    [DataRow(Dimension.Reason, 9)]
    [DataRow(Dimension.ValueBand, 10)]
    [DataRow(Dimension.LeadSource, 11)]
    [DataRow(Dimension.Channel, 12)]
    [DataRow(Dimension.ClosePath, 13)]
    [DataRow(Dimension.Outcome, 14)]
    [DataRow(Dimension.SellerReason, 15)]
    [DataRow(Dimension.SpeakerRole, 16)]
    [DataRow(Visibility.Shown, 0)]
    [DataRow(Visibility.Reference, 1)]
    [DataRow(Visibility.CountsOnly, 2)]
    [DataRow(Visibility.Hidden, 3)]
    [DataRow(Visibility.Empty, 4)]
    [DataRow(Perspective.Customer, 0)]
    [DataRow(Perspective.Seller, 1)]
    [DataRow(ReasonRank.Primary, 0)]
    [DataRow(ReasonRank.Secondary, 1)]
    [DataRow(EvidenceGrade.A, 0)]
    [DataRow(EvidenceGrade.B, 1)]
    [DataRow(EvidenceGrade.C, 2)]
    [DataRow(EvidenceGrade.D, 3)]
    [DataRow(EvidenceType.Video, 0)]
    [DataRow(EvidenceType.Audio, 1)]
    [DataRow(EvidenceType.Minutes, 2)]
    [DataRow(EvidenceType.Mail, 3)]
    [DataRow(EvidenceType.Proposal, 4)]
    [DataRow(EvidenceType.Questionnaire, 5)]
    [DataRow(EvidenceType.Other, 6)]
    [DataRow(Consent.Obtained, 0)]
    [DataRow(Consent.Notified, 1)]
    [DataRow(Consent.None, 2)]
    [DataRow(WaiverStatus.Requested, 0)]
    [DataRow(WaiverStatus.Approved, 1)]
    [DataRow(WaiverStatus.Rejected, 2)]
    [DataRow(WaiverStatus.Withdrawn, 3)]
    [DataRow(WaiverStatus.Expired, 4)]
    [DataRow(WaiverStatus.CancelledByHearing, 5)]
    [DataRow(WaiverReason.CustomerDeclined, 0)]
    [DataRow(WaiverReason.NoAnswer, 1)]
    [DataRow(WaiverReason.ContactLeft, 2)]
    [DataRow(WaiverReason.TenderRules, 3)]
    [DataRow(WaiverReason.Confidentiality, 4)]
    [DataRow(WaiverReason.Inappropriate, 5)]
    [DataRow(WaiverReason.BelowThreshold, 6)]
    [DataRow(WaiverReason.Other, 7)]
    [DataRow(ApproverKind.Head, 0)]
    [DataRow(ApproverKind.Delegate, 1)]
    [DataRow(Language.English, 1033)]
    [DataRow(Language.Japanese, 1041)]
    public void The_number_that_rows_store_for_a_word_never_changes(Enum word, int number)
    {
        Assert.AreEqual(number, Convert.ToInt32(word, CultureInfo.InvariantCulture));
    }
}
