namespace CrmExtensions.Specificity;

/// <summary>What is a letter, and where words end, in normalised text of any language.</summary>
internal static class Letters
{
    public static bool IsJapanese(char c) => c >= '\u3005' && (IsKana(c) || IsKanji(c));

    /// <summary>Whether a letter or a digit stands, or ends, at this place.</summary>
    public static bool IsAt(string text, int at) => char.IsLowSurrogate(text[at])
        ? at > 0 && char.IsHighSurrogate(text[at - 1]) && char.IsLetterOrDigit(text, at - 1)
        : char.IsLetterOrDigit(text, at);

    /// <summary>Whether a find is not a piece of a longer Latin word; Japanese has no such edges.</summary>
    public static bool IsWhole(string text, int start, int length) => !Joins(text, start) && !Joins(text, start + length);

    /// <summary>Whether a Latin word goes on across this place.</summary>
    public static bool Joins(string text, int at) => at > 0 && at < text.Length && IsLatin(text[at - 1]) && IsLatin(text[at]);

    /// <summary>Words between spaces that have a letter or a digit in them, counted up to <paramref name="enough"/>.</summary>
    public static int CountWords(string text, int enough)
    {
        var count = 0;
        var isCounted = false;
        for (var i = 0; i < text.Length && count < enough; i++)
        {
            if (text[i] == ' ')
            {
                isCounted = false;
            }
            else if (!isCounted && IsAt(text, i))
            {
                isCounted = true;
                count++;
            }
        }

        return count;
    }

    private static bool IsKana(char c) => c is >= '\u3041' and <= '\u3096' or >= '\u309D' and <= '\u309F' or >= '\u30A1' and <= '\u30FA' or >= '\u30FC' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF';

    // The high surrogates are those of the ideographic planes.
    private static bool IsKanji(char c) => c is '\u3005' or '\u3007' or >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uD840' and <= '\uD88D' or >= '\uF900' and <= '\uFAFF';

    private static bool IsLatin(char c) => c < '\u0250' && char.IsLetterOrDigit(c);
}
