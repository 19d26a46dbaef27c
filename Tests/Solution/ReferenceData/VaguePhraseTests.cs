using System.Globalization;
using System.Text;
using CrmExtensions.Tests.Labels;

namespace CrmExtensions.Tests.ReferenceData;

/// <summary>The phrases that say nothing, as the product lists them (product.md 7), each with the question it provokes.</summary>
[TestClass]
public sealed class VaguePhraseTests
{
    private static readonly string[] Locales = ["ja", "en"];

    private static IReadOnlyList<SeedRow> Phrases => SeedData.Of("wl_vaguephrase");

    [TestMethod]
    [DataRow(0, 0, "価格面, 予算の都合, タイミング, 総合的に判断, 諸般の事情, 社内事情, 検討の結果, ご縁がなかった, 他社に決まった, 競合に負けた, 条件が合わず, 優先順位, 関係性, 力不足, なんとなく, 色々", DisplayName = "stock phrases, Japanese")]
    [DataRow(1, 0, "price, too expensive, budget, timing, went another direction, better fit, not a priority, relationship, ghosted", DisplayName = "stock phrases, English")]
    [DataRow(0, 1, "空, なし, 特になし, 不明, その他, 同上, 未定, わからない", DisplayName = "placeholders, Japanese")]
    [DataRow(1, 1, "n/a, none, tbd, other, -, —", DisplayName = "placeholders, English and marks")]
    public void The_dictionary_is_the_products(int locale, int kind, string phrases) =>
        Assert.AreEqual(phrases, string.Join(", ", Phrases.Where(phrase => phrase["wl_locale"] == Choice(locale) && phrase["wl_kind"] == Choice(kind)).Select(phrase => phrase.Name)));

    [TestMethod]
    public void There_are_no_other_locales_and_kinds() => Assert.HasCount(16 + 9 + 8 + 6, Phrases);

    [TestMethod]
    public void A_phrase_is_there_once() =>
        Expect.NoComplaint(Phrases.Select(phrase => phrase["wl_phrasekey"]).Repeated().Select(key => $"{key} is there more than once."));

    [TestMethod]
    public void A_key_is_made_of_the_locale_and_the_phrase_as_texts_are_compared() =>
        Expect.All(Phrases, phrase => phrase["wl_phrasekey"] == $"{Locale(phrase)}:{Normal(phrase.Name)}", "has another.");

    // A text is taken for English if it holds neither kana nor kanji: so are marks.
    [TestMethod]
    public void A_phrase_is_of_the_language_in_which_it_will_be_read() =>
        Expect.All(Phrases, phrase => Japanese.IsIn(phrase.Name) == (Locale(phrase) == "ja"), "is not.");

    [TestMethod]
    public void A_message_asks() => Expect.All(
        Phrases,
        phrase => phrase["wl_messageja"].EndsWith('か') && phrase["wl_messageen"].EndsWith('?'),
        "does not, in one language or both.");

    private static string Locale(SeedRow phrase) => Locales[int.Parse(phrase["wl_locale"], CultureInfo.InvariantCulture) - Publisher.FirstValue];

    private static string Choice(int value) => (Publisher.FirstValue + value).ToString(CultureInfo.InvariantCulture);

    // Trimming and collapsing of blanks change nothing in a phrase: see SeedRowTests.
    private static string Normal(string text) => text.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
}
