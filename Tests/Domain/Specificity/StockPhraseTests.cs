using CrmExtensions.Specificity;

namespace CrmExtensions.Tests;

/// <summary>Stock phrases (P1) and placeholders of product.md 7.</summary>
[TestClass]
public sealed class StockPhraseTests
{
    [TestMethod]
    [DataRow("価格面、一二三四五六七八九", true, DisplayName = "9 characters are left")]
    [DataRow("価格面、一二三四五六七八九十", false, DisplayName = "10 characters are left")]
    [DataRow("価格面で一二三が四五六を七八九から", true, DisplayName = "particles do not count")]
    [DataRow("価格面、、、、、、、、、、、、、、", true, DisplayName = "commas do not count")]
    [DataRow("price was high", true, DisplayName = "2 words are left")]
    [DataRow("price was too high", false, DisplayName = "3 words are left")]
    [DataRow("price - was - high", true, DisplayName = "dashes do not count")]
    [DataRow("一二三", false, DisplayName = "short, but no stock phrase")]
    [DataRow("enterprises", false, DisplayName = "a piece of another word")]
    [DataRow("budgeting", false, DisplayName = "the beginning of another word")]
    [DataRow("ＰＲＩＣＥ", true, DisplayName = "full width")]
    [DataRow("too\n expensive", true, DisplayName = "over two lines")]
    [DataRow("価\u200B格面", true, DisplayName = "with what cannot be seen")]
    [DataRow("priceで負けた", true, DisplayName = "English in Japanese")]
    public void A_text_of_little_more_than_stock_phrases_is_found(string text, bool isMet) => Assert.AreEqual(isMet, Told.Meets(Element.P1, text));

    [TestMethod]
    public void The_longest_phrase_is_removed_first_and_what_is_gone_forms_no_other()
    {
        var book = new PhraseBook(["価格", "価格面の都合", "高い"], []);

        Assert.IsTrue(IsStock(book, "価格面の都合"));
        Assert.IsTrue(IsStock(book, "価格面の都合一二三四五六七八九"));
        Assert.IsFalse(IsStock(book, "高価格い一二三四五六七八九十"));
    }

    [TestMethod]
    public void A_dictionary_may_be_empty_or_hold_blanks()
    {
        Assert.IsFalse(IsStock(new PhraseBook([], []), "価格面"));
        Assert.IsFalse(IsStock(new PhraseBook(["", " "], [""]), "価格面"));
    }

    [TestMethod]
    public void A_phrase_is_found_however_the_dictionary_writes_it() => Assert.IsTrue(IsStock(new PhraseBook(["　Ｔｏｏ  Expensive "], []), "too expensive"));

    [TestMethod]
    [DynamicData(nameof(Placeholders))]
    public void A_placeholder_without_a_remark_scores_nothing_whatever_is_recorded_beside_it(string text)
    {
        var result = Told.Score(text, "date role stage trigger A", contrast: "他社の方が導入期間が短かった");

        Assert.AreEqual((0, Band.Vague, true), (result.Score, result.Band, result.IsPlaceholder));
        Assert.IsTrue(result.Elements.All(element => element.Points == 0));
        CollectionAssert.AreEqual(new[] { Element.E4, Element.E5, Element.E7 }, result.Missing.ToList());
    }

    [TestMethod]
    [DynamicData(nameof(Placeholders))]
    public void A_placeholder_with_a_remark_scores_what_is_known(string text) =>
        Assert.AreEqual(70, Told.Score(text, "date role stage trigger A", remark: "これなら明日から使える").Score);

    [TestMethod]
    [DynamicData(nameof(Placeholders))]
    public void A_remark_that_is_a_placeholder_is_none(string text) => Assert.IsTrue(Told.Score(null, "role", remark: text).IsPlaceholder);

    private static IEnumerable<object[]> Placeholders => Told.Placeholders.Append("").Append(" 。 ").Append("👍").Select(text => new object[] { text });

    private static bool IsStock(PhraseBook book, string text) =>
        Guard.Score(Told.Of(text), book, new Thresholds()).Elements.Single(element => element.Element == Element.P1).IsMet;
}
