namespace CrmExtensions.Insights;

/// <summary>A word of English text as addresses have them: Baker, St, 5th, O'Neil.</summary>
/// <param name="Text">Folded; empty where no word begins.</param>
/// <param name="End">The character after it.</param>
internal readonly record struct EnglishWord(string Text, int End)
{
    private const int Longest = 25;

    /// <summary>The word that begins here.</summary>
    public static EnglishWord At(FoldedText text, int at)
    {
        var end = at;
        while (end - at < Longest && (Script.IsAlphanumeric(text[end]) || (end > at && text[end] is '\'' or '’' or '-')))
        {
            end++;
        }

        return new EnglishWord(text.Value.Substring(Math.Min(at, text.Length), end - at), end);
    }

    /// <summary>Where the word before this place begins; there, if none ends here.</summary>
    public static int StartBefore(FoldedText text, int end)
    {
        var start = end;
        while (end - start < Longest && Script.IsAlphabetic(text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
