namespace CrmExtensions.Insights;

/// <summary>A number as prose writes it: 1,250, 1.2, 1,250万, 3億5,000万, 三百万, 12百万.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The character after it.</param>
/// <param name="Value">Its value; empty for one too long to be an amount.</param>
internal readonly record struct Numeral(int Start, int End, decimal? Value)
{
    private const int Longest = 24;

    public bool IsThere => End > Start;

    /// <summary>Whether a number may begin here: not within one, nor behind a letter of a word (A4, v1.2).</summary>
    public static bool IsStart(FoldedText text, int at) => Script.IsDigit(text[at])
        ? !Script.IsAlphanumeric(text[at - 1]) && !(text[at - 1] is '.' or ',' && Script.IsDigit(text[at - 2])) && !NumeralValue.IsKanji(text[at - 1])
        : NumeralValue.IsKanji(text[at]) && !NumeralValue.IsKanji(text[at - 1]) && !Script.IsDigit(text[at - 1]);

    /// <summary>The number that begins here, if one does.</summary>
    public static Numeral At(FoldedText text, int at)
    {
        var end = at;
        while (Script.IsDigit(text[end]) || (end > at && IsInside(text, end)) || NumeralValue.IsKanji(text[end]))
        {
            end++;
        }

        return new Numeral(at, end, end - at <= Longest ? NumeralValue.Of(text.Value.Substring(at, end - at)) : null);
    }

    private static bool IsInside(FoldedText text, int at) => text[at] is ',' or '.' && Script.IsDigit(text[at - 1]) && Script.IsDigit(text[at + 1]);
}
