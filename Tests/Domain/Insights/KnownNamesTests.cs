using CrmExtensions.Insights;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class KnownNamesTests
{
    [TestMethod]
    [DataRow("株式会社青空テクノ様に訪問した", "〔お客様企業〕に訪問した")]
    [DataRow("青空テクノは決めた", "〔お客様企業〕は決めた")]
    [DataRow("青空ﾃｸﾉは決めた", "〔お客様企業〕は決めた")]
    [DataRow("（株）青空テクノは決めた", "〔お客様企業〕は決めた")]
    [DataRow("㈱青空テクノは決めた", "〔お客様企業〕は決めた")]
    [DataRow("青空テクノ株式会社は決めた", "〔お客様企業〕は決めた")]
    [DataRow("青空テクノ㍿さんは決めた", "〔お客様企業〕は決めた")]
    [DataRow("青空\u200bテクノは決めた", "〔お客様企業〕は決めた", DisplayName = "hidden by a zero-width space")]
    [DataRow("山鳩製作所も山鳩も同じ", "〔お客様企業〕も〔お客様企業〕も同じ")]
    [DataRow("Harbourline Foods said no", "[customer] said no")]
    [DataRow("HARBOURLINE FOODS LTD. said no", "[customer] said no")]
    [DataRow("ｈａｒｂｏｕｒｌｉｎｅ　ｆｏｏｄｓ said no", "[customer] said no")]
    [DataRow("harbourline's team said no", "[customer]'s team said no")]
    [DataRow("the HarbourlineFoods portal", "the [customer] portal")]
    public void A_company_is_known_in_any_case_and_width_with_and_without_its_form(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("田中太郎が言った", "〔人名〕が言った")]
    [DataRow("田中　太郎が言った", "〔人名〕が言った")]
    [DataRow("田中・太郎が言った", "〔人名〕が言った")]
    [DataRow("田中が言った", "〔人名〕が言った")]
    [DataRow("田中課長が言った", "〔人名〕課長が言った")]
    [DataRow("ﾀﾅｶさんが言った", "〔人名〕が言った")]
    [DataRow("𠮷野が言った", "〔人名〕が言った", DisplayName = "a kanji outside the basic plane")]
    [DataRow("佐々木直人が言った", "〔人名〕が言った")]
    [DataRow("直人が言った", "〔人名〕が言った")]
    [DataRow("John Smith said so", "[person] said so")]
    [DataRow("Smith, John said so", "[person] said so")]
    [DataRow("smith said so", "[person] said so")]
    [DataRow("JOHN said so", "[person] said so")]
    [DataRow("J. Smith said so", "[person] said so")]
    [DataRow("John Q. Smith said so", "[person] said so")]
    [DataRow("Mr. Smith's offer", "[person]'s offer")]
    [DataRow("Rose O’Neil said so", "[person] said so")]
    [DataRow("Muller said so", "[person] said so")]
    [DataRow("Mu\u0308ller said so", "[person] said so", DisplayName = "with its accent apart")]
    public void A_person_is_known_by_each_part_of_the_name(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("株式会社 青空テクノ 東京支社", "青空テクノは決めた", "〔お客様企業〕は決めた", DisplayName = "a branch behind a space")]
    [DataRow("青空テクノ（東京）", "青空テクノは決めた", "〔お客様企業〕は決めた", DisplayName = "a branch in brackets")]
    [DataRow("株式会社青空ＵＦＪ銀行", "青空UFJは決めた", "〔お客様企業〕は決めた", DisplayName = "letters of both scripts")]
    [DataRow("日本 東支社", "日本は決めた", "日本は決めた", DisplayName = "an ordinary word")]
    [DataRow("大阪（本社）", "大阪は決めた", "大阪は決めた", DisplayName = "a place")]
    public void A_company_is_known_without_its_branch_and_trade(string name, string text, string shared) =>
        Assert.AreEqual(shared, Shared.Knowing(text, new KnownNames { Customers = [name] }));

    [TestMethod]
    [DataRow("鈴木一郎", "鈴木一郎が言った", "〔人名〕が言った")]
    [DataRow("鈴木一郎", "鈴木 一郎が言った", "〔人名〕が言った")]
    [DataRow("鈴木一郎", "鈴木が言った", "〔人名〕が言った")]
    [DataRow("鈴木一郎", "一郎が言った", "〔人名〕が言った")]
    [DataRow("鈴木さくら", "鈴木が言った", "〔人名〕が言った")]
    [DataRow("長谷川健", "長谷川が言った", "〔人名〕が言った")]
    [DataRow("林健一", "林部長が言った", "〔人名〕部長が言った")]
    [DataRow("経理担当", "経理が言った", "経理が言った", DisplayName = "a department")]
    [DataRow("東京子", "東京で言った", "東京で言った", DisplayName = "a place")]
    [DataRow("中野一", "中野区役所前で言った", "中野区役所前で言った", DisplayName = "within a run of kanji")]
    public void A_name_without_a_space_is_known_by_its_parts(string name, string text, string shared) =>
        Assert.AreEqual(shared, Shared.Knowing(text, new KnownNames { People = [new(name)] }));

    [TestMethod]
    [DataRow("髙橋 太郎", "高橋が言った")]
    [DataRow("高橋 太郎", "髙橋が言った")]
    [DataRow("齋藤 太郎", "斎藤が言った")]
    [DataRow("渡邊 太郎", "渡邉が言った")]
    [DataRow("渡邉 太郎", "渡辺太郎が言った")]
    [DataRow("山﨑 太郎", "山崎が言った")]
    public void A_name_is_known_by_any_shape_of_its_kanji(string name, string text) =>
        Assert.AreEqual("〔人名〕が言った", Shared.Knowing(text, new KnownNames { People = [new(name)] }));

    [TestMethod]
    [DataRow("the best offer of next week", DisplayName = "words in small letters")]
    [DataRow("they will decide", DisplayName = "a verb")]
    [DataRow("annual plan and Johnson's plan", DisplayName = "pieces of Latin words")]
    [DataRow("林業と森林の会社", DisplayName = "a kanji of a word")]
    [DataRow("未来社会を語った", DisplayName = "a word within a run of kanji")]
    [DataRow("実は光を見た", DisplayName = "a single kanji, of a person and of a company")]
    [DataRow("シトレモネの話", DisplayName = "the end of a run of katakana")]
    public void A_name_that_is_a_word_stays_where_it_is_the_word(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("Best said so", "[person] said so")]
    [DataRow("Ann Best said so", "[person] said so")]
    [DataRow("Next decided", "[customer] decided")]
    [DataRow("next inc. decided", "[customer] decided")]
    [DataRow("林恵が言った", "〔人名〕が言った")]
    [DataRow("林さんが言った", "〔人名〕が言った")]
    [DataRow("林 部長が言った", "〔人名〕 部長が言った")]
    [DataRow("森様が言った", "〔人名〕が言った")]
    [DataRow("未来への投資", "〔お客様企業〕への投資", DisplayName = "in doubt it is the name")]
    [DataRow("未来株式会社への投資", "〔お客様企業〕への投資")]
    [DataRow("（株）光が言った", "〔お客様企業〕が言った")]
    [DataRow("光様が言った", "〔お客様企業〕が言った")]
    public void A_name_that_is_a_word_goes_where_it_stands_like_a_name(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("レモネは", "〔お客様企業〕は")]
    [DataRow("レモネード", "〔お客様企業〕ード", DisplayName = "in doubt a word too many")]
    public void Three_katakana_count_where_a_run_begins(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow(true, "富士見電機さんが勝った", "〔競合〕が勝った")]
    [DataRow(true, "QUILLMARK won", "[competitor] won")]
    [DataRow(false, "富士見電機さんが勝った", "富士見電機さんが勝った")]
    [DataRow(false, "Quillmark, Inc. won", "Quillmark, Inc. won")]
    [DataRow(false, "富士見電機の田中さん", "富士見電機の〔人名〕")]
    [DataRow(false, "富士見電機山岸部長が勝った", "富士見電機〔人名〕部長が勝った")]
    [DataRow(false, "Quillmark山岸様が勝った", "Quillmark〔人名〕が勝った")]
    public void Competitors_go_by_setting(bool hides, string text, string shared) => Assert.AreEqual(shared, Shared.With(text, Shared.Options with { HidesCompetitors = hides }));

    [TestMethod]
    [DataRow("基幹システム刷新案件の件", "〔案件〕の件")]
    [DataRow("see opp-2026-001 for more", "see [deal] for more")]
    public void A_deal_is_known_by_topic_and_number(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("")]
    [DataRow(" ")]
    [DataRow("株式会社")]
    [DataRow("・-・")]
    public void A_blank_name_hides_nothing(string name) =>
        Assert.AreEqual("決め手 was the demo", Shared.Knowing("決め手 was the demo", new KnownNames { Customers = [name], Deals = [name], People = [new(name), new(null, name, name)] }));
}
