using CrmExtensions.Proof;
using CrmExtensions.Texts;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class EvidenceRulesTests
{
    private static readonly EvidenceTerms Terms = new(["contoso.sharepoint.com"], Given.Day("2028-05-01"), Given.Day("2026-05-10"));

    private static readonly EvidenceItem Minutes = new() { Type = EvidenceType.Minutes, Excerpt = "これなら使える" };

    [TestMethod]
    public void A_link_or_an_excerpt_is_enough()
    {
        Assert.AreEqual("", Wrong(Minutes));
        Assert.AreEqual("", Wrong(Minutes with { Excerpt = null, Url = "https://contoso.sharepoint.com/a" }));
        Assert.AreEqual("AskLinkOrExcerpt", Wrong(Minutes with { Excerpt = "\u3000", Url = " " }));
        Assert.AreEqual("LinkHostNotAllowed", Wrong(Minutes with { Url = "https://evil.com/" }));
    }

    [TestMethod]
    //       type                consent           wrong
    [DataRow(EvidenceType.Video, null, "AskConsent")]
    [DataRow(EvidenceType.Video, Consent.None, "AskConsent")]
    [DataRow(EvidenceType.Video, Consent.Notified, "")]
    [DataRow(EvidenceType.Video, Consent.Obtained, "")]
    [DataRow(EvidenceType.Audio, null, "AskConsent")]
    [DataRow(EvidenceType.Audio, Consent.None, "AskConsent")]
    [DataRow(EvidenceType.Audio, Consent.Notified, "")]
    [DataRow(EvidenceType.Minutes, null, "")]
    [DataRow(EvidenceType.Mail, Consent.None, "")]
    [DataRow(EvidenceType.Proposal, null, "")]
    [DataRow(EvidenceType.Questionnaire, null, "")]
    [DataRow(EvidenceType.Other, null, "")]
    [DataRow(null, null, "AskEvidenceType")]
    public void A_recording_takes_consent(EvidenceType? type, Consent? consent, string wrong) =>
        Assert.AreEqual(wrong, Wrong(Minutes with { Type = type, Consent = consent }));

    [TestMethod]
    //       typed   seconds wrong
    [DataRow(null, null, "")]
    [DataRow(" ", null, "")]
    [DataRow("12:34", null, "")]
    [DataRow("12:99", null, "StartNotReadable")]
    [DataRow(null, 0, "")]
    [DataRow(null, 359_999, "")]
    [DataRow(null, 360_000, "StartNotReadable")]
    [DataRow(null, -1, "StartNotReadable")]
    [DataRow("12:99", 1, "StartNotReadable")]
    public void A_start_time_is_a_time(string? typed, int? seconds, string wrong) =>
        Assert.AreEqual(wrong, Wrong(Minutes with { Start = typed, StartSeconds = seconds }));

    [TestMethod]
    //       until         wrong
    [DataRow(null, "")]
    [DataRow("2026-05-09", "RetentionOutside")]
    [DataRow("2026-05-10", "")]
    [DataRow("2028-05-01", "")]
    [DataRow("2028-05-02", "RetentionOutside")]
    public void Retention_may_be_shorter_than_the_longest_but_not_over(string? until, string wrong) =>
        Assert.AreEqual(wrong, Wrong(Minutes with { RetentionUntil = until is null ? null : Given.Day(until) }));

    [TestMethod]
    public void Evidence_whose_retention_is_over_is_not_kept_whatever_date_is_chosen()
    {
        var late = Terms with { Today = Given.Day("2028-05-02") };

        Assert.AreEqual(Text.RetentionIsOver, EvidenceRules.Judge(Minutes, late)!.Items.Single().Text);
        Assert.AreEqual(Text.RetentionIsOver, EvidenceRules.Judge(Minutes with { RetentionUntil = Given.Day("2030-01-01") }, late)!.Items.Single().Text);
    }

    [TestMethod]
    //       heard or closed  months  until
    [DataRow("2026-05-01", 24, "2028-05-01")]
    [DataRow("2024-02-29", 12, "2025-02-28")]
    [DataRow("2026-05-01", 0, "2026-05-01")]
    [DataRow("2026-05-01", -3, "2026-05-01")]
    [DataRow("2026-05-01", int.MaxValue, "9000-05-01")]
    [DataRow("9999-12-31", 24, "9999-12-31")]
    public void Retention_counts_in_months_from_the_hearing_or_the_close(string from, int months, string until) =>
        Assert.AreEqual(Given.Day(until), Retention.Until(Given.Day(from), months));

    [TestMethod]
    public void Everything_wrong_is_said_at_once_in_the_order_of_the_form() => Assert.AreEqual(
        "AskLinkOrExcerpt StartNotReadable AskConsent RetentionOutside",
        Wrong(new() { Type = EvidenceType.Audio, Start = "soon", RetentionUntil = Given.Day("2099-01-01") }));

    [TestMethod]
    public void A_refusal_says_what_to_do() => Assert.AreEqual(
        "この内容では証跡を登録できません。次の点を直してください。\n1. 保持期限は 2026-05-10 から 2028-05-01 までの日にしてください",
        EvidenceRules.Judge(Minutes with { RetentionUntil = Given.Day("2020-01-01") }, Terms)!.In(Language.Japanese));

    private static string Wrong(EvidenceItem item) => string.Join(' ', EvidenceRules.Judge(item, Terms)?.Items.Select(sentence => sentence.Text) ?? []);
}
