namespace CrmExtensions.Insights;

/// <summary>Links with a scheme, paths of files, and bare host names.</summary>
internal static class Links
{
    private const string Marks = "-._~:/?#[]@!$&'()*+,;=%|\\";
    private const string Closing = ".,;:!?')]";

    // Where a Japanese name may stand in a link; after anything else Japanese is the sentence that goes on.
    private const string BeforeName = "/=\\";

    private static readonly WordSet Openings = WordSet.Of("""://  :\ \\ """);

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var opening = Openings.LengthAt(text.Value, at);
            var end = opening > 0 ? EndAfter(text, at + opening) : at;
            if (end > at + opening)
            {
                yield return new Find(SchemeStart(text, at), end, Secret.Link);
            }

            if (HostNames.EndAt(text, at) is var host && host > at)
            {
                end = IsPath(text, host) ? Math.Max(host, EndAfter(text, host)) : host;
                yield return new Find(at, end, Secret.Link);
            }

            at = Math.Max(at, end - 1);
        }
    }

    private static bool IsPath(FoldedText text, int at) => text[at] is '/' or '?' or '#' || (text[at] == ':' && Script.IsDigit(text[at + 1]));

    private static int SchemeStart(FoldedText text, int at)
    {
        while (Script.IsAlphabetic(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int EndAfter(FoldedText text, int at)
    {
        var start = at;
        while (IsPart(text, at))
        {
            at++;
        }

        while (at > start && Closing.IndexOf(text[at - 1]) >= 0)
        {
            at--;
        }

        return at;
    }

    private static bool IsPart(FoldedText text, int at) =>
        Script.IsAlphanumeric(text[at])
        || (at < text.Length && Marks.IndexOf(text[at]) >= 0)
        || (IsOfName(text[at]) && (IsOfName(text[at - 1]) || BeforeName.IndexOf(text[at - 1]) >= 0));

    private static bool IsOfName(char c) => Script.IsKanji(c) || Script.IsKatakana(c);
}
