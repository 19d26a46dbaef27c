using System.Globalization;
using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.ReferenceData;

/// <summary>The reasons, as the product lists them (product.md 5.4), and texts by which two people choose the same one.</summary>
[TestClass]
public sealed partial class ReasonTests
{
    private static readonly string[] Languages = ["ja", "en"];

    private static IReadOnlyList<SeedRow> Reasons => SeedData.Of("wl_reason");

    [TestMethod]
    [DataRow("A", 0, "価格戦略・営業企画", "絶対予算, 価格対価値, 支払・契約条件, 値引き競争")]
    [DataRow("B", 1, "製品", "必須機能, 連携・技術要件, 使いやすさ, 性能・品質, ロードマップ")]
    [DataRow("C", 2, "PMM・イネーブルメント", "課題の捉え方, 費用対効果の示し方, 提案書・プレゼン, デモ・PoC")]
    [DataRow("D", 3, "営業教育", "ヒアリング（理解）, 魅力・価値提供, 動き・レスポンス, 意図に沿う提案")]
    [DataRow("E", 4, "マーケ（事例）・法務", "実績・事例, 会社の安定性, セキュリティ・法務, 担当体制")]
    [DataRow("F", 5, "営業戦略", "決裁者に届かない, 推進者の異動・不在, 既存取引・関係, 社内政治・稟議")]
    [DataRow("G", 6, "マーケ（育成）・IS", "優先度低下, 予算時期, 組織変更, 必要性が弱い")]
    [DataRow("H", 7, "CS・導入", "導入期間・計画, 移行負荷, サポート")]
    [DataRow("I", 8, "競合分析", "提案の速さ, 価格攻勢, 機能訴求, 関係構築")]
    [DataRow("Z", 9, "分類係", "その他")]
    public void A_category_has_the_reasons_and_the_readers_of_the_product(string letter, int value, string consumer, string names)
    {
        var leaves = Reasons.Where(reason => reason["wl_category"] == Choice(value)).ToList();

        Assert.AreEqual(names, string.Join(", ", leaves.Select(leaf => leaf["wl_nameja"])));
        CollectionAssert.AreEqual(Enumerable.Range(1, leaves.Count).Select(number => letter + number.ToString(CultureInfo.InvariantCulture)).ToList(), leaves.Select(Code).ToList());
        Expect.All(leaves, leaf => leaf["wl_consumerja"] == consumer && leaf["wl_consumeren"] == leaves[0]["wl_consumeren"], "is for somebody else.");
    }

    [TestMethod]
    public void Nine_categories_have_thirty_six_reasons_and_there_is_one_other()
    {
        var leaves = Reasons.Where(reason => Code(reason) != "Z1").ToList();

        Assert.HasCount(37, Reasons);
        Assert.HasCount(36, leaves);
        Assert.AreEqual(9, leaves.Select(leaf => leaf["wl_category"]).Distinct().Count());
    }

    [TestMethod]
    public void Codes_and_names_are_given_once() => Expect.NoComplaint(
        from column in new[] { "wl_code", "wl_name", "wl_nameja", "wl_nameen" }
        from text in Reasons.Select(reason => reason[column]).Repeated()
        select $"{text} is the {column} of several reasons.");

    [TestMethod]
    public void A_reason_is_called_by_its_code_and_both_names() =>
        Expect.All(Reasons, reason => reason.Name == $"{Code(reason)} {reason["wl_nameja"]} / {reason["wl_nameen"]}", "is not.");

    [TestMethod]
    public void About_price_are_all_of_price_and_terms_and_the_competitors_price_attack() =>
        CollectionAssert.AreEqual(new[] { "A1", "A2", "A3", "A4", "I2" }, CodesWith("wl_isprice", "True"));

    [TestMethod]
    public void Other_alone_asks_for_words() => CollectionAssert.AreEqual(new[] { "Z1" }, CodesWith("wl_requiresdetail", "True"));

    [TestMethod]
    public void Nobody_wins_by_what_is_lacking_and_everything_else_cuts_both_ways()
    {
        var lossOnly = CodesWith("wl_polarity", Choice(1));

        CollectionAssert.AreEqual(new[] { "F1", "F2", "G1", "G4" }, lossOnly);
        Assert.HasCount(Reasons.Count - lossOnly.Count, CodesWith("wl_polarity", Choice(2)));
    }

    [TestMethod]
    public void A_definition_names_its_neighbours_the_same_ones_in_both_languages() => Expect.NoComplaint(Reasons, reason =>
    {
        var (japanese, english) = (Neighbours(reason["wl_definitionja"]), Neighbours(reason["wl_definitionen"]));
        return
        [
            .. Expect.Unless(japanese.Count > 0 && japanese.SetEquals(english), $"{reason} names {string.Join(' ', japanese)} and {string.Join(' ', english)}."),
            .. Expect.Unless(!japanese.Contains(Code(reason)), $"{reason} names itself."),
            .. japanese.Except(Reasons.Select(Code)).Select(code => $"{reason} names {code}, which is none."),
        ];
    });

    [TestMethod]
    public void A_definition_is_read_at_a_glance() => Expect.NoComplaint(
        from reason in Reasons
        from language in Languages
        where reason["wl_definition" + language].Length > 300
        select $"{reason} goes on and on in {language}.");

    [TestMethod]
    public void A_good_example_is_longer_than_the_bad_one_and_has_a_day_and_what_was_said() => Expect.NoComplaint(
        from reason in Reasons
        from language in Languages
        let good = reason["wl_goodexample" + language]
        where good.Length <= reason["wl_badexample" + language].Length || !good.Any(char.IsAsciiDigit) || !Remark().IsMatch(good)
        select $"{reason} has a poor example in {language}: {good}");

    [TestMethod]
    public void No_example_serves_two_reasons() => Expect.NoComplaint(
        from example in Reasons.SelectMany(reason => reason.Texts.Where(column => column.Contains("example", StringComparison.Ordinal)).Select(column => reason[column])).Repeated()
        select $"'{example}' does.");

    private static string Code(SeedRow reason) => reason["wl_code"];

    private static string Choice(int value) => (Publisher.FirstValue + value).ToString(CultureInfo.InvariantCulture);

    private static List<string> CodesWith(string column, string value) => [.. Reasons.Where(reason => reason[column] == value).Select(Code)];

    private static HashSet<string> Neighbours(string definition) => [.. ReasonCode().Matches(definition).Select(match => match.Value)];

    [GeneratedRegex("[A-Z][0-9]")]
    private static partial Regex ReasonCode();

    [GeneratedRegex("「.{8,}」|“.{8,}”")]
    private static partial Regex Remark();
}
