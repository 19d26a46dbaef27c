using CrmExtensions.Interviews;
using CrmExtensions.Texts;
using static CrmExtensions.Tests.Answers;

namespace CrmExtensions.Tests;

/// <summary>Other says nothing without 30 characters (product.md 5.4, Z1).</summary>
[TestClass]
public sealed class RequirementDetailTests
{
    private static readonly string Spaces = new(' ', 40);

    private static readonly string[] Enough =
    [
        new('a', 30), new('あ', 30), new('ａ', 30), string.Concat(Enumerable.Repeat("👍", 30)), string.Concat(Enumerable.Repeat("ｶﾞ", 30)),
        "  " + new string('a', 30) + "\u3000", "a" + new string(' ', 28) + "a",
    ];

    private static readonly string?[] TooLittle =
    [
        null, "", Spaces, new('\u3000', 40), new('\u200b', 40), new('a', 29), new('あ', 29), string.Concat(Enumerable.Repeat("👍", 29)),
        string.Concat(Enumerable.Repeat("ｶﾞ", 29)), "  " + new string('a', 29) + Spaces,
    ];

    [TestMethod]
    public void Other_of_the_customer_takes_30_characters_of_any_kind_but_spaces()
    {
        foreach (var text in Enough)
        {
            Assert.IsEmpty(Requirements.ForSubmit(Won with { Reasons = [Customers(Other, text)] }, Today), text);
        }

        foreach (var text in TooLittle)
        {
            Assert.AreEqual(Text.AskReasonDetail, Requirements.ForSubmit(Won with { Reasons = [Customers(Other, text)] }, Today).Single().Question.Text, text);
        }
    }

    [TestMethod]
    public void Our_own_Other_takes_them_in_the_note()
    {
        foreach (var text in Enough)
        {
            Assert.IsEmpty(Requirements.PartA(Won with { SellerReason = Other, SellerNote = text }, Today), text);
        }

        foreach (var text in TooLittle)
        {
            Assert.AreEqual(Text.AskSellerNoteDetail, Requirements.PartA(Won with { SellerReason = Other, SellerNote = text }, Today).Single().Question.Text, text);
        }
    }

    [TestMethod]
    public void Every_Other_is_asked_for_its_own_detail()
    {
        var answers = Won with
        {
            Reasons = [Customers(Other, new('a', 30)), Customers(Other, "ab", ReasonRank.Secondary), Sellers(Other, "abc")],
        };

        var missing = Requirements.ForSubmit(answers, Today);

        Assert.AreEqual("SellerReasonRows CustomerReasonRows", string.Join(' ', missing.Select(requirement => requirement.Field)));
        Assert.AreEqual("Reasons: for reason Z1, describe it in at least 30 characters (now 3).", missing[0].Question.In(Language.English));
        Assert.AreEqual("ヒアリング理由：理由 Z1 を選んだときは、内容を 30 字以上で書いてください（現在 2 字）", missing[1].Question.In(Language.Japanese));
    }

    [TestMethod]
    public void With_the_hearing_waived_the_note_of_an_Other_is_asked_for_once()
    {
        var waived = Lost with { HearingWaived = true, HeardOn = null, SellerReason = Other };

        Assert.AreEqual(Text.AskSellerNoteDetail, Requirements.ForSubmit(waived, Today).Single().Question.Text);
        Assert.IsEmpty(Requirements.ForSubmit(waived with { SellerNote = Enough[0] }, Today));
    }
}
