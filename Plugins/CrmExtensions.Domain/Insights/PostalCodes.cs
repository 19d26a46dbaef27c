namespace CrmExtensions.Insights;

/// <summary>Japanese postal codes: 〒105-0011, 1050011 behind the mark, 105-0011 by itself.</summary>
internal static class PostalCodes
{
    private const int Area = 3;
    private const int Town = 4;

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var end = EndAt(text, at);
            if (end > at)
            {
                yield return new Find(at, end, Secret.Address);
            }
        }
    }

    private static int EndAt(FoldedText text, int at)
    {
        if (text[at] == '〒')
        {
            var start = text[at + 1] == ' ' ? at + 2 : at + 1;
            return DigitsAt(text, start) == Area + Town ? start + Area + Town : HyphenatedEnd(text, start) ?? at;
        }

        return IsNumber(text[at - 1]) ? at : HyphenatedEnd(text, at) ?? at;
    }

    private static int? HyphenatedEnd(FoldedText text, int at)
    {
        var end = at + Area + 1 + Town;
        return DigitsAt(text, at) == Area && Script.IsHyphen(text[at + Area]) && DigitsAt(text, at + Area + 1) == Town && !IsNumber(text[end]) ? end : null;
    }

    private static bool IsNumber(char c) => Script.IsDigit(c) || Script.IsHyphen(c);

    private static int DigitsAt(FoldedText text, int at)
    {
        var count = 0;
        while (count <= Area + Town && Script.IsDigit(text[at + count]))
        {
            count++;
        }

        return count;
    }
}
