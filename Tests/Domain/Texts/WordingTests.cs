using System.Text.RegularExpressions;
using CrmExtensions.Texts;

namespace CrmExtensions.Tests;

[TestClass]
public sealed partial class WordingTests
{
    private static readonly Text[] All = Enum.GetValues<Text>();

    [TestMethod]
    [DataRow(Language.English)]
    [DataRow(Language.Japanese)]
    public void Every_text_is_there_and_not_empty(Language language)
    {
        foreach (var text in All)
        {
            Assert.IsFalse(string.IsNullOrWhiteSpace(Wording.Template(language, text)), text.ToString());
        }
    }

    [TestMethod]
    public void Both_languages_have_the_same_places_to_fill()
    {
        foreach (var text in All)
        {
            var places = Places(Language.English, text);
            Assert.AreEqual(string.Join(' ', places), string.Join(' ', Places(Language.Japanese, text)), text.ToString());
        }
    }

    [TestMethod]
    public void Japanese_is_written_in_kana_or_kanji()
    {
        foreach (var text in All.Where(text => text != Text.ListSeparator))
        {
            // Two brackets around places are all there is to an onward move.
            Assert.IsTrue(Japanese().IsMatch(Wording.Template(Language.Japanese, text)) || text == Text.MoveOnward, text.ToString());
        }
    }

    [TestMethod]
    public void English_has_neither_kana_nor_kanji_nor_full_width_marks()
    {
        foreach (var text in All)
        {
            Assert.IsFalse(JapaneseOrWide().IsMatch(Wording.Template(Language.English, text)), text.ToString());
        }
    }

    [TestMethod]
    public void No_two_texts_of_a_language_are_the_same_but_names_of_statuses_and_people()
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var sentences = All.Where(text => text is not (Text.MoverOwner or Text.MoverOwnerOrPolicy)).Select(text => Wording.Template(language, text)).ToList();
            CollectionAssert.AllItemsAreUnique(sentences);
        }
    }

    [TestMethod]
    public void Dates_numbers_texts_sentences_and_lists_are_spelled_in_the_language()
    {
        var onward = new[] { new Sentence(Text.MoveOnward, Text.StatusReturned, Text.MoverManager), new Sentence(Text.MoveOnward, Text.StatusCompleted, Text.MoverOwner) };

        Assert.AreEqual("「差し戻し」（営業マネージャー）、「完了」（担当者）", Spelled(Language.Japanese, onward));
        Assert.AreEqual("“Returned” (a manager), “Completed” (the owner)", Spelled(Language.English, onward));
        Assert.AreEqual("2026-04-01", Spelled(Language.English, Given.Day("2026-04-01")));
        Assert.AreEqual("1234", Given.InCulture("de-DE", () => Spelled(Language.English, 1234)));
    }

    [TestMethod]
    public void Dates_are_written_alike_whatever_the_calendar_of_the_server() =>
        Assert.AreEqual("2026-04-01", Given.InCulture("th-TH", () => Spelled(Language.Japanese, Given.Day("2026-04-01"))));

    [TestMethod]
    public void Braces_in_what_fills_a_place_stay_as_they_are() => Assert.AreEqual("{0} {", Spelled(Language.English, "{0} {"));

    [TestMethod]
    [DataRow(1041, Language.Japanese)]
    [DataRow(1033, Language.English)]
    [DataRow(2057, Language.English)]
    [DataRow(1031, Language.English)]
    [DataRow(0, Language.English)]
    [DataRow(-1, Language.English)]
    public void Whoever_does_not_read_Japanese_reads_English(int lcid, Language language) => Assert.AreEqual(language, Languages.FromLcid(lcid));

    [TestMethod]
    public void A_refusal_of_one_thing_is_one_sentence() =>
        Assert.AreEqual("Only who asked for a waiver may withdraw it. An approver may reject it instead.", new Refusal(Text.WaiverNotYoursToWithdraw).In(Language.English));

    [TestMethod]
    public void A_refusal_of_many_things_is_a_header_and_numbered_lines()
    {
        var refusal = Refusal.Listing(Text.EvidenceRefused, [new Sentence(Text.AskEvidenceType), new Sentence(Text.LinkTooLong, 500)])!;

        Assert.AreEqual(
            "This evidence cannot be kept yet. Please:\n1. Choose what kind of evidence it is.\n2. Shorten the link: it may have 500 characters.",
            refusal.In(Language.English));
        Assert.AreEqual(
            "この内容では証跡を登録できません。次の点を直してください。\n1. 証跡の種類を選んでください\n2. リンクは 500 字以内にしてください",
            refusal.In(Language.Japanese));
    }

    [TestMethod]
    public void Nothing_wrong_is_no_refusal() => Assert.IsNull(Refusal.Listing(Text.EvidenceRefused, []));

    // The items of a listing stand where any argument would.
    private static string Spelled(Language language, object argument) =>
        Wording.In(language, Text.SnapshotIsFixed, argument).Split(language == Language.English ? ": " : "：")[1].Split(language == Language.English ? ". If" : "。クロ")[0];

    private static List<string> Places(Language language, Text text)
    {
        var places = Place().Matches(Wording.Template(language, text)).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.IsTrue(places.TrueForAll(place => int.TryParse(place.Trim('{', '}'), out var number) && number < 3), text.ToString());
        return places;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}]")]
    private static partial Regex Japanese();

    [GeneratedRegex(@"[\p{IsHiragana}\p{IsKatakana}\p{IsCJKUnifiedIdeographs}\p{IsCJKSymbolsandPunctuation}\p{IsHalfwidthandFullwidthForms}]")]
    private static partial Regex JapaneseOrWide();
}
