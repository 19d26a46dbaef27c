namespace CrmExtensions.Insights;

/// <summary>The numbers of a Japanese address: 1丁目2番3号, 三丁目, 1-2-3, 12番地.</summary>
internal static class BlockNumbers
{
    private const int MostGroups = 5;
    private const int LongestGroup = 4;
    private const string KanjiDigits = "一二三四五六七八九十〇";

    // Where a reform begins, not where anybody lives.
    private const string Idiom = "一丁目一番地";

    // 12番 may be a number of anything; 北1条西2丁目 is how Sapporo counts.
    private static readonly WordSet SureWords = WordSet.Of("丁目 番地 番町 条西 条東 条南 条北");
    private static readonly WordSet Words = WordSet.Of("丁目 番地の 番地 番町 番 号室 号 条西 条東 条南 条北");

    /// <summary>Where the numbers that begin here end; here, if none do.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Where they begin, behind the name of a place.</param>
    /// <param name="isWordy">Whether words among them say what they are.</param>
    public static int EndAt(FoldedText text, int at, out bool isWordy)
    {
        isWordy = false;
        var groups = 0;
        var end = at;
        var next = CanBegin(text, at) ? at : text.Length;
        while (groups < MostGroups && DigitsEnd(text, next) is var digits && digits > next)
        {
            groups++;
            isWordy |= SureWords.LengthAt(text.Value, digits) > 0;
            end = digits + Words.LengthAt(text.Value, digits);
            next = NextAt(text, digits, end);
        }

        return isWordy || IsCounted(groups, text[at]) ? end : at;
    }

    // 1-2-3, and not 三の二 of a saying.
    private static bool IsCounted(int groups, char first) => groups > 1 && Script.IsDigit(first);

    private static bool CanBegin(FoldedText text, int at) =>
        Script.IsJapanese(text[at - 1]) && text[at - 1] != '目' && !IsDigit(text[at - 1]) && string.CompareOrdinal(text.Value, at, Idiom, 0, Idiom.Length) != 0;

    // 4の2 and 4-2 go on with another number, 4丁目 may, and after a number alone there is none.
    private static int NextAt(FoldedText text, int digits, int end) =>
        text[digits] == 'の' || Script.IsHyphen(text[digits]) ? digits + 1
        : end > digits ? end
        : text.Length;

    private static int DigitsEnd(FoldedText text, int at)
    {
        var end = at;
        while (end - at <= LongestGroup && IsDigit(text[end]))
        {
            end++;
        }

        return end - at <= LongestGroup ? end : at;
    }

    private static bool IsDigit(char c) => Script.IsDigit(c) || KanjiDigits.IndexOf(c) >= 0;
}
