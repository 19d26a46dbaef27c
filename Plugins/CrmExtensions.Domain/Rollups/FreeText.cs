using System.Security.Cryptography;
using System.Text;

namespace CrmExtensions.Rollups;

/// <summary>Values of a dimension that people write freely.</summary>
public static class FreeText
{
    // What the value column of a roll-up holds.
    private const int Longest = 100;

    /// <summary>NFKC, trimmed and upper-cased (product.md 10), with what was written as its label; empty for blank. A text too long for the value column keeps its beginning and a hash of the whole.</summary>
    public static Named? Named(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var value = WellFormed(text!).Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant();
        return value.Length == 0 ? null : new Named(value.Length <= Longest ? value : Shortened(value), text!.Trim());
    }

    // Half a character, as cutting leaves behind, cannot be normalised; a fold must not fail for ever over one.
    private static string WellFormed(string text)
    {
        var whole = new StringBuilder(text);
        for (var i = 0; i < whole.Length; i++)
        {
            if (char.IsHighSurrogate(whole[i]) && i + 1 < whole.Length && char.IsLowSurrogate(whole[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(whole[i]))
            {
                whole[i] = '\uFFFD';
            }
        }

        return whole.ToString();
    }

    /// <summary>The beginning of a text that fits a column, never half a character.</summary>
    public static string Cut(string text, int longest) =>
        text.Length <= longest ? text
        : char.IsHighSurrogate(text[longest - 1]) ? text.Substring(0, longest - 1)
        : text.Substring(0, longest);

    private static string Shortened(string value)
    {
        using var sha = SHA256.Create();
        var hash = BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(value)), 0, 16).Replace("-", "");
        return Cut(value, Longest - hash.Length - 1) + "#" + hash;
    }
}
