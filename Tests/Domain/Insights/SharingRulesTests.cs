using CrmExtensions.Insights;
using CrmExtensions.Interviews;

namespace CrmExtensions.Tests.Insights;

[TestClass]
public sealed class SharingRulesTests
{
    private static readonly SharingFacts Heard = new() { Status = InterviewStatus.Completed, IsCurrent = true };

    [TestMethod]
    [DataRow(InterviewStatus.NotStarted, Sharing.Nothing)]
    [DataRow(InterviewStatus.InProgress, Sharing.Nothing)]
    [DataRow(InterviewStatus.Scheduled, Sharing.Nothing)]
    [DataRow(InterviewStatus.Submitted, Sharing.Nothing)]
    [DataRow(InterviewStatus.Returned, Sharing.Nothing)]
    [DataRow(InterviewStatus.Completed, Sharing.WithWords)]
    [DataRow(InterviewStatus.CompletedWaived, Sharing.Nothing)]
    [DataRow(InterviewStatus.Superseded, Sharing.Nothing)]
    [DataRow(InterviewStatus.OutOfScope, Sharing.Nothing)]
    public void Only_a_customer_who_was_heard_to_the_end_is_shared(InterviewStatus status, Sharing expected) =>
        Assert.AreEqual(expected, SharingRules.Of(Heard with { Status = status }));

    [TestMethod]
    [DataRow(null, Sharing.WithWords)]
    [DataRow(SharingLevel.WholeCompany, Sharing.WithWords)]
    [DataRow(SharingLevel.SalesAndMarketing, Sharing.WithoutWords)]
    [DataRow(SharingLevel.OwnUnit, Sharing.Nothing)]
    [DataRow(SharingLevel.Restricted, Sharing.Nothing)]
    public void A_narrower_level_shares_less(SharingLevel? level, Sharing expected) =>
        Assert.AreEqual(expected, SharingRules.Of(Heard with { Level = level }));

    [TestMethod]
    [DataRow(null, Sharing.WithWords, false)]
    [DataRow(CustomerConsent.NameMayBeShown, Sharing.WithWords, false)]
    [DataRow(CustomerConsent.Anonymous, Sharing.WithWords, false)]
    [DataRow(CustomerConsent.InternalOnly, Sharing.WithWords, false)]
    [DataRow(CustomerConsent.Refused, Sharing.Nothing, true)]
    [DataRow(CustomerConsent.NotAsked, Sharing.WithWords, false)]
    public void A_customer_who_refuses_is_forgotten(CustomerConsent? consent, Sharing expected, bool isForgotten)
    {
        Assert.AreEqual(expected, SharingRules.Of(Heard with { Consent = consent }));
        Assert.AreEqual(isForgotten, SharingRules.IsForgotten(Heard with { Consent = consent }));
    }

    [TestMethod]
    public void An_interview_that_was_purged_is_forgotten_and_one_that_is_not_the_newest_only_not_shared()
    {
        Assert.AreEqual(Sharing.Nothing, SharingRules.Of(Heard with { IsPurged = true }));
        Assert.IsTrue(SharingRules.IsForgotten(Heard with { IsPurged = true }));
        Assert.AreEqual(Sharing.Nothing, SharingRules.Of(Heard with { IsCurrent = false }));
        Assert.IsFalse(SharingRules.IsForgotten(Heard with { IsCurrent = false }));
    }
}
