namespace CrmExtensions.Insights;

/// <summary>Street addresses (221 Baker Street, Suite 5), with city, state and postal code, and those codes by themselves.</summary>
/// <remarks>A street in small letters has one or two words before it, none of them of grammar: 2 years down the road is no address.</remarks>
internal static class EnglishAddresses
{
    private const int LongestNumber = 6;
    private const int MostWords = 4;
    private const int MostSmallWords = 2;
    private const int LongestUnit = 8;

    private static readonly WordSet Streets = WordSet.Of(
        """
        street st avenue ave road rd boulevard blvd lane ln drive dr way court ct square sq place pl parkway pkwy highway hwy terrace row circle crescent alley plaza
        strasse straße platz weg allee
        """);

    private static readonly WordSet SureStreets = WordSet.Of("street st avenue ave road rd boulevard blvd lane drive strasse straße");
    private static readonly WordSet Boxes = new("po box", "p.o. box", "p.o.box");
    private static readonly WordSet Units = WordSet.Of("suite ste apt apartment unit floor fl room rm #");
    private static readonly WordSet Grammar = WordSet.Of("a an the of on in at to for by per and or our their his her your this that down along from each every one with more than people users years days");

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (Script.AreJoined(text[at - 1], text[at]))
            {
                continue;
            }

            var end = Math.Max(StreetEnd(text, at), BoxEnd(text, at));
            if (end > at)
            {
                yield return new Find(at, UnitEnd(text, end), Secret.Address);
            }

            if (ZipCodes.At(text, at) is { Length: > 0 } zip)
            {
                yield return zip;
            }
        }
    }

    private static int StreetEnd(FoldedText text, int start)
    {
        var at = start;
        while (at - start < LongestNumber && Script.IsDigit(text[at]))
        {
            at++;
        }

        at += at > start && Script.IsAlphabetic(text[at]) ? 1 : 0;
        return at > start && text[at] == ' ' && text[start - 1] is not ('.' or ',' or '/') ? WordsEnd(text, start, at) : start;
    }

    private static int WordsEnd(FoldedText text, int start, int at)
    {
        var areSmall = false;
        for (var words = 0; words <= MostWords && text[at] == ' '; words++)
        {
            var word = EnglishWord.At(text, at + 1);
            areSmall |= Script.IsAlphabetic(text[at + 1]) && !text.IsCapital(at + 1);
            if (words > 0 && IsStreet(word.Text, areSmall, words))
            {
                return AfterPoint(text, word.End);
            }

            if (word.Text.Length == 0 || Grammar.Contains(word.Text))
            {
                break;
            }

            at = AfterPoint(text, word.End);
        }

        return start;
    }

    private static bool IsStreet(string word, bool areSmall, int words) => areSmall ? words <= MostSmallWords && SureStreets.Contains(word) : Streets.Contains(word);

    private static int AfterPoint(FoldedText text, int at) => text[at] == '.' ? at + 1 : at;

    private static int BoxEnd(FoldedText text, int start)
    {
        var name = Boxes.LengthAt(text.Value, start);
        var at = start + name;
        at += name > 0 && text[at] == ' ' ? 1 : 0;
        var end = at;
        while (name > 0 && end - at < LongestNumber && Script.IsDigit(text[end]))
        {
            end++;
        }

        return end > at ? end : start;
    }

    private static int UnitEnd(FoldedText text, int end)
    {
        var at = end;
        at += text[at] == ',' ? 1 : 0;
        at += text[at] == ' ' ? 1 : 0;
        var unit = Units.WholeAt(text.Value, at);
        var number = at + unit;
        number += text[number] == '.' ? 1 : 0;
        number += text[number] == ' ' ? 1 : 0;
        var to = number;
        while (unit > 0 && to - number < LongestUnit && (Script.IsAlphanumeric(text[to]) || text[to] == '-'))
        {
            to++;
        }

        return to > number ? to : end;
    }
}
