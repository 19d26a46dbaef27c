using CrmExtensions.Texts;
using CsCheck;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class WrittenLengthTests
{
    [TestMethod]
    [DataRow(null, 0)]
    [DataRow("", 0)]
    [DataRow("   \t\r\n", 0)]
    [DataRow("\u3000\u3000", 0, DisplayName = "full-width spaces")]
    [DataRow("\u200b\ufeff\u200d", 0, DisplayName = "invisible characters")]
    [DataRow("  a b  ", 3, DisplayName = "spaces count between words only")]
    [DataRow("日本語", 3)]
    [DataRow("ガ", 1, DisplayName = "one kana")]
    [DataRow("ｶﾞ", 1, DisplayName = "half-width kana and its mark")]
    [DataRow("か\u3099", 1, DisplayName = "kana and combining mark")]
    [DataRow("㍿", 4, DisplayName = "a square of four characters")]
    [DataRow("𠮷", 1, DisplayName = "a surrogate pair")]
    [DataRow("👍👍", 2)]
    [DataRow("👨‍👩‍👧", 1, DisplayName = "a joined emoji")]
    public void Readers_characters_are_counted(string? text, int length)
    {
        Assert.AreEqual(length, WrittenLength.Of(text));
        Assert.AreEqual(length == 0, WrittenLength.IsBlank(text));
    }

    [TestMethod]
    public void Half_a_surrogate_pair_counts_and_fails_nothing() => Assert.AreEqual(3, WrittenLength.Of("a\ud800b"));

    [TestMethod]
    public void Any_text_has_a_length_and_none_only_where_it_is_blank() =>
        Gen.String.Sample(text => WrittenLength.Of(text) <= text.Length * 18 && (WrittenLength.Of(text) == 0) == WrittenLength.IsBlank(text));
}
