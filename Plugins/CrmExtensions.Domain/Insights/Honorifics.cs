namespace CrmExtensions.Insights;

/// <summary>What Japanese puts behind a name: 様, さん and the like, which are nothing without it, and titles (部長), which tell a role.</summary>
internal static class Honorifics
{
    private static readonly WordSet Polite = WordSet.Of("様 さま さん 氏 女史 君 くん ちゃん 殿 先生");

    private static readonly WordSet Titles = WordSet.Of(
        """
        部長 次長 課長 係長 主任 室長 局長 班長 社長 会長 専務 常務 取締役 執行役員 監査役 理事 理事長 所長 店長 支店長 支社長 工場長 院長 校長 学長 園長 船長 組長 団長 議長 市長 町長 村長 知事
        本部長 副社長 副部長 部門長 事業部長 センター長 グループ長 チーム長 リーダー リーダ マネージャー マネジャー マネージャ マネジャ ディレクター 顧問 参事 主査 主幹 相談役 代表 弁護士 税理士 会計士 医師 博士 教授
        教諭 議員 大臣 長官 監督 隊長 ceo cto cio cfo coo gm pm
        """);

    // Words with the same letters in them: 仕様 is a specification, 氏名 a name, たくさん many.
    private static readonly WordSet Lookalikes = WordSet.Of(
        """
        仕様 同様 多様 模様 異様 有様 文様 紋様 左様 何様 逆様 各様 無様 様子 様々 様式 様相 様態 様変 様似 摂氏 華氏 両氏 同氏 某氏 氏名 氏族 氏神 諸君 名君 主君 暴君 君主 君臨
        宮殿 御殿 神殿 本殿 貴殿 拝殿 殿堂 殿下 沈殿 たくさん だくさん さんざん さんま さまざま さまよ さまた ちゃんと 代表的 代表者 代表例 代表取 代表権 代表電 理事会 教授会 監督官 監督者 医師会 議員会
        """);

    // くん after a verb is no name (書くんです), 様 before な or に is often a comparison (する様に).
    private const string AfterVerb = "でだじなの";
    private const string AfterComparison = "なにで";

    /// <summary>The length of the honorific or title here; zero for none.</summary>
    public static int LengthAt(FoldedText text, int at) => Math.Max(PoliteAt(text, at), TitleAt(text, at));

    /// <summary>The length of 様, さん and the like here; zero for none.</summary>
    public static int PoliteAt(FoldedText text, int at)
    {
        var length = Polite.LengthAt(text.Value, at);
        return length == 0 || IsPartOfWord(text, at, length) || IsGrammar(text, at, length) ? 0 : length;
    }

    /// <summary>The length of the title here; zero for none.</summary>
    public static int TitleAt(FoldedText text, int at)
    {
        var length = Script.IsAlphabetic(text[at]) ? Titles.WholeAt(text.Value, at) : Titles.LengthAt(text.Value, at);
        return length == 0 || IsPartOfWord(text, at, length) ? 0 : length;
    }

    /// <summary>Where 様, さん and the like end after a name; there, if none follows. A title stays, as it tells a role.</summary>
    public static int PoliteEndAfter(FoldedText text, int end)
    {
        var at = text[end] == ' ' ? end + 1 : end;
        var length = PoliteAt(text, at);
        return length > 0 ? at + length : end;
    }

    private static bool IsPartOfWord(FoldedText text, int at, int length) =>
        Lookalikes.LengthBefore(text.Value, at + length) > length
        || Lookalikes.LengthAt(text.Value, at) > length
        || Lookalikes.LengthAt(text.Value, at) == length && length > 2;

    private static bool IsGrammar(FoldedText text, int at, int length)
    {
        var next = text[at + length];
        return text[at] switch
        {
            'く' => AfterVerb.IndexOf(next) >= 0,
            '様' => Script.IsHiragana(text[at - 1]) && AfterComparison.IndexOf(next) >= 0,
            _ => false,
        };
    }
}
