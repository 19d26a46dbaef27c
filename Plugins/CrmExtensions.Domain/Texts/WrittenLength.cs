using System.Globalization;
using System.Text;

namespace CrmExtensions.Texts;

/// <summary>How much somebody has written, so that neither spaces nor invisible characters count as an answer.</summary>
public static class WrittenLength
{
    /// <summary>
    /// Text elements (what a reader takes for a character) of the text after NFKC, without spaces and invisible characters at its
    /// ends. A joined emoji is one element; .NET Framework counts its parts.
    /// </summary>
    public static int Of(string? text) => new StringInfo(Trim(Normalize(text ?? ""))).LengthInTextElements;

    public static bool IsBlank(string? text) => text is null || text.All(IsInvisible);

    // Half a surrogate pair cannot be normalised, and is no reason to fail a save.
    private static string Normalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }

    private static string Trim(string text)
    {
        var first = 0;
        var end = text.Length;
        while (first < end && IsInvisible(text[first]))
        {
            first++;
        }

        while (end > first && IsInvisible(text[end - 1]))
        {
            end--;
        }

        return text.Substring(first, end - first);
    }

    private static bool IsInvisible(char letter) =>
        char.IsWhiteSpace(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
