using CrmExtensions.Specificity;

namespace CrmExtensions.Tests;

/// <summary>The edge of every element: what is just enough and what is just too little (product.md 7).</summary>
[TestClass]
public sealed class SpecificityElementTests
{
    [TestMethod]
    [DataRow("6/12に否決された")]
    [DataRow("２０２６／０６／１２の件")]
    [DataRow("2026-06-12 lost")]
    [DataRow("2026.6.12 lost")]
    [DataRow("lost on 12/06/2026")]
    [DataRow("６月１２日に連絡")]
    [DataRow("6 月 12 日に連絡")]
    [DataRow("令和8年6月12日")]
    [DataRow("lost June 12")]
    [DataRow("lost on Sept. 3rd")]
    [DataRow("lost 12 May")]
    [DataRow("lost on the 1st of April 2026")]
    [DataRow("lost on 6/12.")]
    [DataRow("役員会で決まった")]
    [DataRow("先方のﾃﾞﾓで")]
    [DataRow("after the Q&A")]
    [DataRow("two meetings later")]
    public void A_text_that_names_a_date_or_an_occasion_tells_when(string text) => Assert.IsTrue(Told.Meets(Element.E1, text));

    [TestMethod]
    [DataRow("90日の計画")]
    [DataRow("6月に連絡")]
    [DataRow("13/32に")]
    [DataRow("13月2日")]
    [DataRow("24/7 support")]
    [DataRow("3/4/5案")]
    [DataRow("192.168.6/12")]
    [DataRow("20260612")]
    [DataRow("phase 2 may be late")]
    [DataRow("June 2026")]
    [DataRow("1月32日")]
    [DataRow("プレゼントを渡した")]
    [DataRow("会議室が狭い")]
    [DataRow("訪問看護の事業者")]
    [DataRow("デモグラフィックの分析")]
    [DataRow("稟議が通らなかった")]
    [DataRow("democracy and recall")]
    [DataRow("not meeting needs")]
    public void A_text_without_a_moment_does_not(string text) => Assert.IsFalse(Told.Meets(Element.E1, text));

    [TestMethod]
    [DataRow("５名が反対")]
    [DataRow("半額の50%")]
    [DataRow("２割引き％")]
    [DataRow("三百万円")]
    [DataRow("二億円")]
    [DataRow("翌日に連絡")]
    [DataRow("先週から")]
    [DataRow("先月まで")]
    [DataRow("金曜の夜")]
    [DataRow("the next day")]
    [DataRow("last week")]
    [DataRow("on Friday")]
    public void A_number_an_amount_or_a_day_is_concrete(string text) => Assert.IsTrue(Told.Meets(Element.E7, text));

    [TestMethod]
    [DataRow("日本の企業")]
    [DataRow("日々の業務")]
    [DataRow("日程の都合")]
    [DataRow("基本日程の調整")]
    [DataRow("担当日程")]
    [DataRow("日本日程")]
    [DataRow("円滑に進んだ")]
    [DataRow("円安の影響")]
    [DataRow("円")]
    [DataRow("the lasting weekend")]
    [DataRow("some day")]
    public void A_bare_character_of_a_day_or_an_amount_is_not(string text) => Assert.IsFalse(Told.Meets(Element.E7, text));

    [TestMethod]
    [DataRow("これは使えない", false, DisplayName = "7 characters")]
    [DataRow("これは使えないよ", true, DisplayName = "8 characters")]
    [DataRow("  これは使えない  ", false, DisplayName = "7 characters and spaces")]
    [DataRow("too hard really", false, DisplayName = "3 words")]
    [DataRow("too hard for us", true, DisplayName = "4 words")]
    [DataRow("too - hard - really", false, DisplayName = "3 words and dashes")]
    [DataRow("なし👍👍👍👍👍👍👍👍", false, DisplayName = "a placeholder with pictures")]
    [DataRow("。。。。。。。。。。", false, DisplayName = "punctuation")]
    public void A_remark_has_8_characters_or_4_words(string remark, bool isMet) => Assert.AreEqual(isMet, Told.Meets(Element.E4, Told.Of("text", remark: remark)));

    [TestMethod]
    [DataRow("あ", 59, false)]
    [DataRow("あ", 60, true)]
    [DataRow("𠮷", 59, false)]
    [DataRow("𠮷", 60, true)]
    [DataRow("word ", 29, false)]
    [DataRow("word ", 30, true)]
    [DataRow("word! ", 30, true)]
    [DataRow("! ", 200, false)]
    [DataRow("😀 ", 200, false)]
    public void Enough_text_is_60_characters_or_30_words(string piece, int times, bool isMet) =>
        Assert.AreEqual(isMet, Told.Meets(Element.E5, string.Concat(Enumerable.Repeat(piece, times))));

    [TestMethod]
    [DataRow("導入期間が長かった", false, DisplayName = "9 characters")]
    [DataRow("導入期間が長かったよ", true, DisplayName = "10 characters")]
    [DataRow("they were faster everywhere", false, DisplayName = "4 words")]
    [DataRow("they were faster every time", true, DisplayName = "5 words")]
    public void A_contrast_or_a_change_has_10_characters_or_5_words(string text, bool isMet)
    {
        Assert.AreEqual(isMet, Told.Meets(Element.E6, Told.Of("text", contrast: text)));
        Assert.AreEqual(isMet, Told.Meets(Element.E6, Told.Of("text") with { WhatWouldChange = text }));
    }

    [TestMethod]
    [DataRow("stage", false)]
    [DataRow("trigger", false)]
    [DataRow("stage trigger", true)]
    public void The_scene_is_coded_by_stage_and_trigger_together(string known, bool isMet) => Assert.AreEqual(isMet, Told.Meets(Element.E3, Told.Of("text", known)));

    [TestMethod]
    [DataRow("A", true)]
    [DataRow("B", true)]
    [DataRow("C", false)]
    [DataRow("D", false)]
    [DataRow("", false)]
    public void Evidence_is_of_grade_A_or_B(string grade, bool isMet) => Assert.AreEqual(isMet, Told.Meets(Element.E8, Told.Of("text", grade)));
}
