namespace CrmExtensions.Tests;

/// <summary>Whole reports, as they reach a card.</summary>
[TestClass]
public sealed class RedactionTests
{
    [TestMethod]
    [DataRow(
        "6/12の役員会で情報システム部長が「移行計画が見えない」と発言し、A社が示した90日の導入計画と並べて比べられ、その場でA社に傾いた",
        "6月の役員会で情報システム部長が「移行計画が見えない」と発言し、A社が示した90日の導入計画と並べて比べられ、その場でA社に傾いた")]
    [DataRow(
        "デモの場で現場リーダーが自分のデータを取り込めた瞬間に表情が変わり、翌日に稟議を上げると言ってくださった",
        "デモの場で現場リーダーが自分のデータを取り込めた瞬間に表情が変わり、翌日に稟議を上げると言ってくださった")]
    [DataRow(
        "青空テクノの田中部長（tanaka@example.co.jp、03-1234-5678）が、６／１２に１，２５０万円なら富士見電機に決めると言った。詳細は https://example.com/x を参照。",
        "〔お客様企業〕の〔人名〕部長（〔メール〕、〔電話〕）が、6月に〔500万〜2,000万円〕なら〔競合〕に決めると言った。詳細は 〔URL〕 を参照。")]
    [DataRow(
        "On June 12th Mr. Smith of Harbourline Foods (jane@example.com, +1 555 123 4567) said JPY 12,000,000 was fine, but Quillmark's plan took 90 days.",
        "On June [person] of [customer] ([e-mail], [phone]) said [JPY 5M–20M] was fine, but [competitor]'s plan took 90 days.")]
    public void A_report_keeps_what_others_learn_from(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("I met 鈴木様 and the whole board today", "I met [person] and the whole board today")]
    [DataRow("Harbourline Foodsの担当者と会った", "〔お客様企業〕の担当者と会った")]
    [DataRow("連絡はvery.long.address.of.somebody@mail.example.comへ", "連絡は〔メール〕へ", DisplayName = "an address is no English")]
    public void Placeholders_speak_the_language_of_the_text(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("〔人名〕部長と〔500万〜2,000万円〕と[JPY 5M–20M]と[person]")]
    public void What_is_redacted_already_stays(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("〔田中〕と[Smith]", "〔〔人名〕〕と[〔人名〕]")]
    public void Brackets_alone_protect_nothing(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("😀部長と😀")]
    [DataRow("half \ud83d a picture, \udc00 and \uffff")]
    [DataRow("ＡＢＣ　ｶﾅ ①\u200b\u0301")]
    public void What_is_not_redacted_keeps_its_characters(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("6/12 12日に", "6月に")]
    [DataRow("鈴木様鈴木様", "〔人名〕")]
    public void What_a_replacement_uncovers_goes_too(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));
}
