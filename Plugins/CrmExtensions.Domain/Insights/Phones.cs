namespace CrmExtensions.Insights;

/// <summary>Telephone numbers as they are written in Japan and abroad, and any number behind 電話, tel and the like.</summary>
/// <remarks>From each group of digits the look-ahead is as long as the longest number, so a number is found in whatever stands before it.</remarks>
internal static class Phones
{
    private const int LookAhead = 32;
    private const int MostDigits = 15;
    private const int LongestJoint = 2;
    private const int FewestMarked = 6;
    private const int FewestOfExtension = 3;
    private const int LongestMarkGap = 6;

    private static readonly WordSet Marks = WordSet.Of("tel telephone phone fax mobile cell 電話 電話番号 携帯 携帯番号 直通 ファックス ファクス");
    private static readonly WordSet Extensions = WordSet.Of("ext extension 内線 内線番号");

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsStart(text, at) && EndAt(text, at, PhoneNumber.IsOne) is var end && end > at)
            {
                yield return new Find(at, end, Secret.Phone);
            }

            if (Marked(text, at) is { Length: > 0 } marked)
            {
                yield return marked;
            }
        }
    }

    private static bool IsStart(FoldedText text, int at) =>
        text[at] == '+' || (text[at] == '(' && (Script.IsDigit(text[at + 1]) || text[at + 1] == '+')) || (Script.IsDigit(text[at]) && !Script.IsDigit(text[at - 1]));

    private static Find Marked(FoldedText text, int mark)
    {
        var length = Math.Max(Marks.WholeAt(text.Value, mark), Extensions.WholeAt(text.Value, mark));
        if (length == 0)
        {
            return default;
        }

        var start = mark + length;
        while (start - mark - length < LongestMarkGap && text[start] is ' ' or ':' or '.' or '(' or ')' or '-' or 'は' or '=')
        {
            start++;
        }

        var fewest = Extensions.WholeAt(text.Value, mark) > 0 ? FewestOfExtension : FewestMarked;
        var end = Script.IsDigit(text[start]) ? EndAt(text, start, number => number.Digits >= fewest) : start;
        return end > start ? new Find(start, end, Secret.Phone) : default;
    }

    // The longest that fits.
    private static int EndAt(FoldedText text, int start, Func<PhoneNumber, bool> fits)
    {
        var number = new PhoneNumber();
        var end = start;
        for (var at = start; at - start < LookAhead && number.Digits <= MostDigits; at++)
        {
            if (Script.IsDigit(text[at]))
            {
                number = number.With(text[at]);
                end = !Script.IsDigit(text[at + 1]) && fits(number) ? at + 1 : end;
            }
            else if (IsJoint(text, at, start))
            {
                number = number.Joined(text[at]);
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static bool IsJoint(FoldedText text, int at, int start)
    {
        var next = at;
        while (next - at <= LongestJoint && IsSeparator(text[next]))
        {
            next++;
        }

        return next > at && Script.IsDigit(text[next]) && next - at <= LongestJoint || (at == start && text[at] is '(' or '+');
    }

    private static bool IsSeparator(char c) => Script.IsHyphen(c) || c is ' ' or '.' or '(' or ')' or '/' or '+';
}
