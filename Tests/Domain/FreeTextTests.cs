using CrmExtensions.Rollups;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class FreeTextTests
{
    [TestMethod]
    [DataRow("Cloud", "CLOUD", "Cloud")]
    [DataRow("  ｃｌｏｕｄ ", "CLOUD", "ｃｌｏｕｄ")]
    [DataRow("ｸﾗｳﾄﾞ", "クラウド", "ｸﾗｳﾄﾞ")]
    public void What_is_written_alike_is_one_value_and_keeps_its_words_as_label(string text, string value, string label)
    {
        Assert.AreEqual(new Named(value, label), FreeText.Named(text));
    }

    [TestMethod]
    public void Half_a_character_stops_nothing() => Assert.AreEqual("HALF \ufffd", FreeText.Named("half \ud83d")!.Value);

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow(" \u3000\t")]
    public void Blank_is_unknown(string? text) => Assert.IsNull(FreeText.Named(text));

    [TestMethod]
    [DataRow(100, 100)]
    [DataRow(101, 100)]
    [DataRow(100_000, 100)]
    public void A_text_of_any_length_has_a_value_that_fits_and_differs_where_the_text_does(int length, int fits)
    {
        var one = FreeText.Named(new string('a', length))!;
        var other = FreeText.Named(new string('a', length - 1) + "b")!;

        Assert.AreEqual(fits, one.Value.Length);
        Assert.AreNotEqual(one.Value, other.Value);
    }

    [TestMethod]
    [DataRow("abc", 3, "abc")]
    [DataRow("abcd", 3, "abc")]
    [DataRow("ab\ud83d\ude00", 3, "ab")]
    public void A_text_is_never_cut_within_a_character(string text, int longest, string cut) => Assert.AreEqual(cut, FreeText.Cut(text, longest));
}
