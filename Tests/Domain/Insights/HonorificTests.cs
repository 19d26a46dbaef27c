namespace CrmExtensions.Tests;

/// <summary>Where a name ends and a role begins, without knowing either.</summary>
[TestClass]
public sealed class HonorificTests
{
    [TestMethod]
    [DataRow("鈴木様が言った", "〔人名〕が言った")]
    [DataRow("鈴木 様が言った", "〔人名〕が言った")]
    [DataRow("鈴木さんが言った", "〔人名〕が言った")]
    [DataRow("鈴木さまが言った", "〔人名〕が言った")]
    [DataRow("鈴木氏が言った", "〔人名〕が言った")]
    [DataRow("鈴木一郎氏が言った", "〔人名〕が言った")]
    [DataRow("鈴木先生が言った", "〔人名〕が言った")]
    [DataRow("鈴木殿", "〔人名〕")]
    [DataRow("鈴木くんが言った", "〔人名〕が言った")]
    [DataRow("五十嵐さん、一ノ瀬さん、佐々木君", "〔人名〕、〔人名〕、〔人名〕")]
    [DataRow("ジョン・スミス様が言った", "〔人名〕が言った")]
    [DataRow("Suzuki様が言った", "〔人名〕が言った")]
    [DataRow("Ichiro Suzuki様が言った", "〔人名〕が言った")]
    [DataRow("すずきさんが言った", "〔人名〕が言った")]
    [DataRow("昨日はすずきさんが言った", "昨日は〔人名〕が言った")]
    public void What_stands_before_an_honorific_is_a_name_and_takes_it_along(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("鈴木部長が言った", "〔人名〕部長が言った")]
    [DataRow("鈴木部長様が言った", "〔人名〕部長様が言った")]
    [DataRow("鈴木（部長）が言った", "〔人名〕（部長）が言った")]
    [DataRow("鈴木営業部長が言った", "〔人名〕営業部長が言った")]
    [DataRow("営業部鈴木部長が言った", "営業部〔人名〕部長が言った")]
    [DataRow("経理課長の鈴木様が言った", "経理課長の〔人名〕が言った")]
    [DataRow("渡辺専務、山本常務、伊藤社長、加藤主任", "〔人名〕専務、〔人名〕常務、〔人名〕社長、〔人名〕主任")]
    [DataRow("渡辺CEOとSmith部長", "〔人名〕CEOと〔人名〕部長")]
    [DataRow("ジョンソン部長", "〔人名〕部長")]
    [DataRow("森社長、東部長、関課長", "〔人名〕社長、〔人名〕部長、〔人名〕課長")]
    [DataRow("新井部長、前田課長、本田係長、元木次長", "〔人名〕部長、〔人名〕課長、〔人名〕係長、〔人名〕次長")]
    [DataRow("服部課長、阿部部長", "〔人名〕課長、〔人名〕部長")]
    [DataRow("橋本部長", "〔人名〕本部長", DisplayName = "橋本 部長 or 橋 本部長: gone either way")]
    [DataRow("福島支店長", "〔人名〕支店長", DisplayName = "a place or a family: in doubt a family")]
    public void What_stands_before_a_title_is_a_name_and_the_title_stays(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("部長が反対した")]
    [DataRow("お客様と皆様と各位")]
    [DataRow("現場リーダーの表情が変わった")]
    [DataRow("情報システム部長と経営企画室長")]
    [DataRow("情報システム部門長様")]
    [DataRow("代表取締役社長と常務執行役員と監査役")]
    [DataRow("マーケティング部長、カスタマーサクセス課長、プロジェクトリーダー")]
    [DataRow("東京支店長と九州支社長と工場長")]
    [DataRow("前部長、新社長、元課長、副社長、各部長")]
    [DataRow("IT部長、DX推進室長、QA課長、CIO")]
    [DataRow("ご担当者様、取引先様、ユーザー様、患者様、利用者様")]
    [DataRow("業者さん、職人さん、お医者さん、看護師さん、店長さん")]
    [DataRow("奥様、娘さん、お子様、ご家族様")]
    [DataRow("技術者の皆さん、先生方")]
    [DataRow("2名様、10社様、お一人様")]
    [DataRow("A様、B氏、〇〇様、○○部長")]
    [DataRow("A社が示した90日の計画、他社様、御社")]
    [DataRow("社長室と理事会と部長会議")]
    public void A_role_alone_is_no_name(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("要求仕様は多様で、模様は異様、同様に様々")]
    [DataRow("様子を見て、様式を決めた")]
    [DataRow("その様に、この様な、する様に、見える様になった")]
    [DataRow("氏名を書くんです。行くんだ。気付くんです")]
    [DataRow("たくさんの人、みなさん、おつかれさま、さまざまな案")]
    [DataRow("でもたくさん、どちらさま、おかげさまで")]
    [DataRow("部長ちゃんと見てください")]
    [DataRow("代表的な例、代表者、宮殿、諸君、摂氏")]
    public void A_word_that_only_looks_like_an_honorific_is_none(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("前川建設工業様に決まった", "〔企業〕に決まった")]
    [DataRow("ABC商事様に決まった", "〔企業〕に決まった")]
    [DataRow("東都銀行様に決まった", "〔企業〕に決まった")]
    [DataRow("銀行様に決まった", "銀行様に決まった")]
    public void A_company_before_an_honorific_goes_too(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("Mr. Jones said so", "[person] said so")]
    [DataRow("Mr Jones said so", "[person] said so")]
    [DataRow("mr jones said so", "[person] said so")]
    [DataRow("Ms. Jane Doe said so. We agreed.", "[person] said so. We agreed.")]
    [DataRow("Dr. Jane Q. Doe said so", "[person] said so")]
    [DataRow("Mrs. O'Hara-Jones's team", "[person]'s team")]
    [DataRow("Prof. van der Berg said so", "[person] said so")]
    [DataRow("Suzuki-san and Sato san said so", "[person] and [person] said so")]
    public void An_english_title_or_a_latin_honorific_names_somebody(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("the IT director and the CFO agreed")]
    [DataRow("Mr. President, the head of sales left")]
    [DataRow("a latency of 20 ms is fine")]
    [DataRow("we met in san francisco")]
    [DataRow("their dr is a doctor")]
    public void English_without_a_name_stays(string text) => Assert.AreEqual(text, Shared.Of(text));
}
