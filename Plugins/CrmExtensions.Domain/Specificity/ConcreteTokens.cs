namespace CrmExtensions.Specificity;

/// <summary>Whether a text has something that can be counted or dated in it (E7 of product.md 7).</summary>
internal static class ConcreteTokens
{
    private const string NumberKanji = "〇一二三四五六七八九十百千万億兆";

    private static readonly WordList RelativeDays = new(
        [
            "一昨日", "昨日", "今日", "本日", "明日", "明後日", "翌日", "翌朝", "翌週", "翌月", "翌営業日", "前日", "前週", "前月", "当日", "即日", "今朝",
            "先週", "先月", "今週", "今月", "来週", "来月", "月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜", "パーセント",
            "yesterday", "today", "tomorrow", "last week", "last month", "last night", "this morning", "this week", "this month", "next week", "next month",
            "next day", "next morning", "following day", "day after", "day before", "same day", "percent",
            "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
        ],
        // Their last letter begins what is none: 基本日程 is no 本日.
        ["日本", "基本", "見本", "資本", "担当", "事前", "以前", "午前", "直前", "名前"]);

    public static bool AreIn(string text) => text.Any(c => c == '%' || char.IsDigit(c)) || IsAmountIn(text) || RelativeDays.IsIn(text);

    // Only after a number: 円滑 and 円安 are no amounts.
    private static bool IsAmountIn(string text)
    {
        for (var at = text.IndexOf('円'); at >= 0; at = text.IndexOf('円', at + 1))
        {
            if (at > 0 && NumberKanji.IndexOf(text[at - 1]) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
