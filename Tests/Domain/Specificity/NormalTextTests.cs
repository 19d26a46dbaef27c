using CrmExtensions.Specificity;
using CsCheck;

namespace CrmExtensions.Tests;

/// <summary>The form in which texts are compared (product.md 7), and texts that are made to break things.</summary>
[TestClass]
public sealed class NormalTextTests
{
    // Every UTF-16 unit alone, halves of pairs and what is no character among them.
    private static readonly Gen<string> AnyText = Gen.OneOf(Gen.String, Gen.Char[' ', '~'].Array[0, 60].Select(s => new string(s)), Gen.Char['\u3000', '\u30FF'].Array[0, 60].Select(s => new string(s)), Gen.UShort.Array[0, 40].Select(s => new string([.. s.Select(c => (char)c)])));

    [TestMethod]
    [DataRow("ＡＢＣ　１２３", "abc 123")]
    [DataRow("ｶﾞｷﾞｸﾞ", "ガギグ")]
    [DataRow("  a \t\r\n b\u00A0c  ", "a b c")]
    [DataRow("㈱①㎏", "(株)1kg")]
    [DataRow("か\u3099", "が")]
    [DataRow("J\u030C", "\u01F0")]
    [DataRow("zero\u200Bwidth\uFEFF", "zerowidth")]
    [DataRow("nul\0bell\a", "nulbell")]
    [DataRow("no character \uFFFE", "no character \uFFFD")]
    [DataRow(null, "")]
    public void A_text_is_brought_into_one_form(string? text, string expected) => Assert.AreEqual(expected, PlainText.Of(text).Value);

    // Metadata cannot hold half a pair, so these are no rows.
    [TestMethod]
    public void Half_a_pair_is_replaced()
    {
        Assert.AreEqual("half \uFFFD pair", PlainText.Of("half \uD83D pair").Value);
        Assert.AreEqual("\U00010000\uFFFD\uFFFD", PlainText.Of("\uD800\uDC00\uDC00\uD800").Value);
    }

    [TestMethod]
    public void A_normal_text_stays_as_it_is() => AnyText.Sample(text => PlainText.Of(PlainText.Of(text).Value).Value == PlainText.Of(text).Value, iter: 20_000);

    [TestMethod]
    [DataRow("abc", false)]
    [DataRow("ab か", true)]
    [DataRow("ABC 株", true)]
    [DataRow("ﾃﾞﾓ", true)]
    [DataRow("𠮷", true)]
    [DataRow("々", true)]
    [DataRow("。、・「」", false)]
    [DataRow("😀", false)]
    [DataRow("Größe", false)]
    public void Any_kana_or_kanji_makes_a_text_Japanese(string text, bool isJapanese) => Assert.AreEqual(isJapanese, PlainText.Of(text).IsJapanese);

    [TestMethod]
    [DataRow("<script>alert('x')</script>")]
    [DataRow("'; DROP TABLE wl_interview; --")]
    [DataRow("{0} {1:N2} {{}} %s %n")]
    [DataRow("{\"text\":\"\\u0000\"}")]
    [DataRow("(a+)+$ [[[ \\Q.*\\E ^")]
    [DataRow("../../etc/passwd\0.txt")]
    [DataRow("\u202Egnitirw tfel ot thgir\u202C")]
    [DataRow("👩‍👩‍👧‍👦👍🏽🇯🇵")]
    [DataRow("a\u0301\u0301\u0301\u0301\u0301\u0301")]
    public void A_text_made_to_break_things_is_a_text(string text)
    {
        var result = Told.Score(text, "role stage trigger", remark: text, contrast: text);

        Assert.IsTrue(result.Score is >= 0 and < 70, $"{result.Score}");
        Assert.AreEqual(Told.Score(text + " " + text).Score, Told.Score(text + " " + text).Score);
    }

    [TestMethod]
    [DataRow("。、！？…", 0)]
    [DataRow("!?.,;:-", 0)]
    [DataRow("😀👍🎉", 0)]
    [DataRow("あ", 10)]
    [DataRow("word ", 10)]
    [DataRow("価格面", 0)]
    [DataRow("price ", 0)]
    [DataRow("1", 5)]
    public void Ten_thousand_characters_of_one_thing_earn_no_more_than_it_is_worth(string piece, int score) =>
        Assert.AreEqual(score, Told.Score(string.Concat(Enumerable.Repeat(piece, (10_000 / piece.Length) + 1))).Score);

    [TestMethod]
    public void A_long_report_with_a_date_at_its_end_is_read_to_the_end() =>
        Assert.AreEqual(30, Told.Score(new string('あ', 10_000) + "6/12").Score);

    [TestMethod]
    public void The_strangest_text_is_scored() => Gen.Select(AnyText, AnyText, AnyText).Sample(
        (text, remark, contrast) => Told.Score(text, "role", remark, contrast).Score is >= 0 and <= 100,
        iter: 10_000);
}
