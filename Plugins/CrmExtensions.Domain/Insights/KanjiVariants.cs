namespace CrmExtensions.Insights;

/// <summary>Kanji that names are registered with, and those that people type for them: 髙橋 and 高橋, 齋藤 and 斎藤.</summary>
internal static class KanjiVariants
{
    // The plain one first in each group. Of two names that differ in nothing else, one too many goes.
    private const string Groups =
        "高髙 崎﨑碕嵜 辺邊邉 斎齋斉齊 浜濱濵 沢澤 島嶋嶌 広廣 国國 恵惠 真眞 桜櫻 竜龍 瀬瀨 黒黑 富冨 条條 蔵藏 円圓 関關 豊豐 淵渕渊 曽曾 栄榮 実實 静靜 学學 会會 応應 寛寬 荘莊 弥彌 与與 鉄鐵 塩鹽 滝瀧 桧檜 岳嶽 浅淺 児兒 増增 徳德 "
        + "館舘 篭籠 野埜 峰峯 薮藪 芦蘆 柳栁 巻卷 亀龜 団團 万萬 寿壽 来來 礼禮 桑桒 船舩 横橫 清淸 郎郞 緑綠 猪豬 穂穗 戸戶 聡聰 総總 摂攝 茎莖 仮假 将將 奥奧 両兩 麦麥 隠隱 楽樂 渋澁 収收 粋粹 瑶瑤 尭堯 遥遙 槙槇 鴎鷗";

    private static readonly Dictionary<char, char> Plains = Groups.Split(' ').SelectMany(group => group.Skip(1).Select(other => new KeyValuePair<char, char>(other, group[0])))
        .ToDictionary(pair => pair.Key, pair => pair.Value);

    /// <summary>The kanji that stands for all its variants; any other character as it is.</summary>
    public static char Plain(char c) => Plains.TryGetValue(c, out var plain) ? plain : c;
}
