namespace CrmExtensions.Insights;

/// <summary>What stands before a name in English (Mr., Dr.), after a Japanese one (Tanaka-san), and the names guessed from it.</summary>
/// <remarks>A title takes up to three capitalised words after it, or one in small letters that is no word of grammar; a role stays (Mr. President).</remarks>
internal static class EnglishTitles
{
    private const int MostWords = 3;
    private const int LongestWord = 30;

    private static readonly WordSet Titles = WordSet.Of("mr mrs ms miss mister dr prof professor sir madam mme herr frau monsieur messrs");
    private static readonly WordSet Sure = WordSet.Of("mr mrs prof");
    private static readonly WordSet Suffixes = WordSet.Of("san sama kun sensei chan");
    private static readonly WordSet NoNames = WordSet.Of(
        """
        president chairman chairwoman chair director speaker secretary minister ambassador mayor judge ceo right wrong perfect
        a an and are as at be but by can did do does for from had has have he her his how i if in is it its no not of on or our she so than that the their then they this to too up was we were
        what when who will with would you your
        """);

    /// <summary>Where a title that belongs to the name at <paramref name="start"/> begins; there, if none precedes.</summary>
    public static int StartBefore(FoldedText text, int start)
    {
        var end = text[start - 1] == ' ' ? start - 1 : start;
        end -= text[end - 1] == '.' ? 1 : 0;
        var length = end < start ? Titles.LengthBefore(text.Value, end) : 0;
        return length > 0 && !Script.IsAlphanumeric(text[end - length - 1]) ? end - length : start;
    }

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var length = Titles.WholeAt(text.Value, at);
            var end = length > 0 ? NameEnd(text, at, length) : at;
            if (end > at)
            {
                yield return new Find(at, end, Secret.Person);
            }

            if (SuffixedName(text, at) is { Length: > 0 } find)
            {
                yield return find;
            }
        }
    }

    private static int NameEnd(FoldedText text, int title, int length)
    {
        var hasPoint = text[title + length] == '.';
        var at = title + length + (hasPoint ? 1 : 0);
        at += text[at] == ' ' ? 1 : 0;
        at = AfterParticles(text, at);
        var end = WordEnd(text, at);
        if (at == title + length || end == at || NoNames.Contains(text.Value.Substring(at, end - at)))
        {
            return title;
        }

        return text.IsCapital(at) ? LastCapital(text, end)
            : (hasPoint && text.IsCapital(title)) || Sure.WholeAt(text.Value, title) > 0 ? end
            : title;
    }

    private static int LastCapital(FoldedText text, int end)
    {
        for (var words = 1; words < MostWords; words++)
        {
            var first = end + (text[end] == '.' ? 1 : 0) + 1;
            var at = AfterParticles(text, first);
            var next = WordEnd(text, at);
            if (text[first - 1] != ' ' || next == at || !text.IsCapital(at) || IsSentenceEnd(text, end))
            {
                break;
            }

            end = next;
        }

        return end;
    }

    // After more than an initial.
    private static bool IsSentenceEnd(FoldedText text, int end) => text[end] == '.' && Script.IsAlphabetic(text[end - 2]);

    private static int AfterParticles(FoldedText text, int at)
    {
        for (var words = 0; words < MostWords && NameSpellings.Particles.WholeAt(text.Value, at) is > 0 and var length && text[at + length] == ' '; words++)
        {
            at += length + 1;
        }

        return at;
    }

    private static int WordEnd(FoldedText text, int at)
    {
        var end = at;
        while (end - at < LongestWord && (Script.IsAlphabetic(text[end]) || (end > at && IsInside(text, end))))
        {
            end++;
        }

        return end;
    }

    // O'Hara-Jones, without the possessive.
    private static bool IsInside(FoldedText text, int at) => text[at] is '-' or '\'' or '’'
        && Script.IsAlphabetic(text[at + 1])
        && !(text[at + 1] == 's' && !Script.IsAlphabetic(text[at + 2]));

    // Tanaka-san, or Tanaka san where it is written with a capital.
    private static Find SuffixedName(FoldedText text, int at)
    {
        var length = text[at - 1] is '-' or ' ' ? Suffixes.WholeAt(text.Value, at) : 0;
        if (length == 0 || Script.IsHyphen(text[at + length]))
        {
            return default;
        }

        var start = at - 1;
        while (at - start < LongestWord && Script.IsAlphabetic(text[start - 1]))
        {
            start--;
        }

        var isName = at - 1 - start >= 2 && (text.IsCapital(start) ? !text.IsCapital(at) : text[at - 1] == '-');
        return isName ? new Find(start, at + length, Secret.Person) : default;
    }
}
