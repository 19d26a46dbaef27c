namespace CrmExtensions.Insights;

/// <summary>Postal codes that are sure to be some: CA 94105 with the city before it, SW1A 1AA.</summary>
internal static class ZipCodes
{
    private const int Zip = 5;
    private const int Inward = 4;
    private const int MostCityWords = 3;

    private static readonly WordSet States = WordSet.Of(
        """
        al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc
        """);

    public static Find At(FoldedText text, int at)
    {
        var state = States.WholeAt(text.Value, at);
        if (state > 0 && text.IsCapital(at) && text.IsCapital(at + 1) && DigitsAt(text, at + state + 1) == Zip && text[at + state] == ' ')
        {
            var end = at + state + 1 + Zip;
            end += text[end] == '-' && DigitsAt(text, end + 1) == Zip - 1 ? Zip : 0;
            return new Find(CityStart(text, at), end, Secret.Address);
        }

        return BritishEnd(text, at) is var british && british > at ? new Find(at, british, Secret.Address) : default;
    }

    private static int CityStart(FoldedText text, int state)
    {
        var start = state;
        var end = text[state - 1] == ' ' ? state - 1 : state;
        end -= text[end - 1] == ',' ? 1 : 0;
        for (var words = 0; words < MostCityWords; words++)
        {
            var word = EnglishWord.StartBefore(text, end);
            if (word == end || !text.IsCapital(word))
            {
                break;
            }

            start = word;
            end = text[word - 1] == ' ' ? word - 1 : 0;
        }

        return start;
    }

    // One or two letters, a digit and perhaps one more of either; then a digit and two letters.
    private static int BritishEnd(FoldedText text, int start)
    {
        var at = start + (IsCapital(text, start) ? 1 : 0);
        at += IsCapital(text, at) ? 1 : 0;
        if (at == start || !Script.IsDigit(text[at]))
        {
            return start;
        }

        at++;
        at += Script.IsDigit(text[at]) || IsCapital(text, at) ? 1 : 0;
        return IsInward(text, at) ? at + Inward : start;
    }

    private static bool IsInward(FoldedText text, int at) => text[at] == ' ' && Script.IsDigit(text[at + 1]) && IsCapital(text, at + 2) && IsCapital(text, at + 3);

    private static bool IsCapital(FoldedText text, int at) => text.IsCapital(at) && text[at] is >= 'a' and <= 'z';

    private static int DigitsAt(FoldedText text, int at)
    {
        var count = 0;
        while (count <= Zip && Script.IsDigit(text[at + count]))
        {
            count++;
        }

        return count;
    }
}
