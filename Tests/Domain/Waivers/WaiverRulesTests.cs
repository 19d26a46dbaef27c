using CrmExtensions.Texts;
using CrmExtensions.Waivers;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class WaiverRulesTests
{
    private static readonly DateTime Today = Given.Day("2026-05-10");

    [TestMethod]
    [DataRow(WaiverReason.CustomerDeclined)]
    [DataRow(WaiverReason.ContactLeft)]
    [DataRow(WaiverReason.TenderRules)]
    [DataRow(WaiverReason.Confidentiality)]
    [DataRow(WaiverReason.Inappropriate)]
    [DataRow(WaiverReason.BelowThreshold)]
    public void Most_reasons_speak_for_themselves(WaiverReason reason) => Assert.AreEqual("", Wrong(new() { Reason = reason }));

    [TestMethod]
    public void A_request_gives_a_reason() => Assert.AreEqual("AskWaiverReason", Wrong(new()));

    [TestMethod]
    //       attempts                           wrong
    [DataRow("", "AskAttempts")]
    [DataRow("2026-05-08", "AskAttempts")]
    [DataRow("2026-05-08 2026-05-08", "AskAttempts", DisplayName = "twice on one day")]
    [DataRow("2026-05-08 2026-05-09", "")]
    [DataRow("2026-05-10 2026-05-09", "", DisplayName = "the last one today")]
    [DataRow("2026-05-10 2026-05-11", "AttemptInFuture AskAttempts", DisplayName = "one tomorrow")]
    [DataRow("2026-05-08 2026-05-09 2026-05-11", "AttemptInFuture", DisplayName = "enough without tomorrow's")]
    public void No_answer_takes_two_attempts_on_different_days(string attempts, string wrong) =>
        Assert.AreEqual(wrong, Wrong(new() { Reason = WaiverReason.NoAnswer, Attempts = Attempts(attempts) }));

    [TestMethod]
    public void Attempts_long_before_the_deal_are_none() => Assert.AreEqual(
        "AttemptBeforeDeal AskAttempts",
        Wrong(new() { Reason = WaiverReason.NoAnswer, EarliestOn = Given.Day("2025-04-01"), Attempts = Attempts("1900-01-01 1900-01-02") }));

    [TestMethod]
    public void Attempts_at_different_hours_of_a_day_are_on_one_day() => Assert.AreEqual(
        "AskAttempts",
        Wrong(new() { Reason = WaiverReason.NoAnswer, Attempts = [new(Today.AddHours(9)), new(Today.AddHours(18), 2)] }));

    [TestMethod]
    public void Attempts_are_no_forecast_whatever_the_reason() =>
        Assert.AreEqual("AttemptInFuture", Wrong(new() { Reason = WaiverReason.CustomerDeclined, Attempts = Attempts("2026-05-11") }));

    [TestMethod]
    //       note                  wrong
    [DataRow(null, "AskWaiverNote")]
    [DataRow("          　", "AskWaiverNote")]
    [DataRow("一二三四五六七八九", "AskWaiverNote")]
    [DataRow("一二三四五六七八九十", "")]
    [DataRow("👍👍👍👍👍👍👍👍👍", "AskWaiverNote")]
    [DataRow("👍👍👍👍👍👍👍👍👍👍", "")]
    public void Another_reason_takes_ten_characters(string? note, string wrong) =>
        Assert.AreEqual(wrong, Wrong(new() { Reason = WaiverReason.Other, Note = note }));

    [TestMethod]
    //       ask again on  wrong
    [DataRow("2026-05-09", "RetryNotLater")]
    [DataRow("2026-05-10", "RetryNotLater")]
    [DataRow("2026-05-11", "")]
    public void Asking_again_is_for_later(string retryOn, string wrong) =>
        Assert.AreEqual(wrong, Wrong(new() { Reason = WaiverReason.CustomerDeclined, RetryOn = Given.Day(retryOn) }));

    [TestMethod]
    public void Everything_wrong_is_said_at_once() => Assert.AreEqual(
        "The waiver cannot be asked for yet. Please:\n"
        + "1. Enter only attempts that were made: one has a date in the future.\n"
        + "2. Try to reach the customer on at least 2 different days and enter each attempt (now 0).\n"
        + "3. Choose a date after today for asking again, or leave it empty.",
        WaiverRules.Judge(new() { Reason = WaiverReason.NoAnswer, Attempts = Attempts("2026-05-11"), RetryOn = Today }, Today)!.In(Language.English));

    [TestMethod]
    public void A_customer_who_was_heard_leaves_nothing_to_waive() =>
        Assert.AreEqual(Text.WaiverAfterHearing, WaiverRules.Judge(new() { HearingRecorded = true }, Today)!.What.Text);

    private static string Wrong(WaiverRequest request) =>
        string.Join(' ', WaiverRules.Judge(request, Today)?.Items.Select(item => item.Text) ?? []);

    private static List<ContactAttempt> Attempts(string dates) =>
        [.. dates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(date => new ContactAttempt(Given.Day(date)))];
}
