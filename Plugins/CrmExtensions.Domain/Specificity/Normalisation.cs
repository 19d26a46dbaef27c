using System.Globalization;
using System.Text;

namespace CrmExtensions.Specificity;

/// <summary>The form in which texts are compared and measured: NFKC, lower case, single spaces, none around (product.md 7).</summary>
internal static class Normalisation
{
    private const char Replacement = '\uFFFD';

    // Lower case can leave a letter and its mark apart that have a composed form: J and caron do, j and caron have one.
    public static string Of(string text) =>
        SingleSpaced(Visible(text).Normalize(NormalizationForm.FormKC).ToLowerInvariant().Normalize(NormalizationForm.FormKC));

    // What cannot be seen (zero-width spaces of chat programs) would hide a phrase; what is no character makes .NET Framework throw.
    private static string Visible(string text)
    {
        StringBuilder? kept = null;
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = char.IsSurrogatePair(text, i);
            var replacement = IsPlain(text[i]) ? null : ReplacementFor(text, i, isPair);
            if (replacement is not null)
            {
                kept ??= new StringBuilder(text, 0, i, text.Length);
                kept.Append(replacement);
            }
            else
            {
                kept?.Append(text, i, isPair ? 2 : 1);
            }

            i += isPair ? 1 : 0;
        }

        return kept?.ToString() ?? text;
    }

    private static bool IsPlain(char c) => c is >= ' ' and <= '~' or >= '\u3040' and <= '\u9FFF';

    // Null keeps the character.
    private static string? ReplacementFor(string text, int at, bool isPair)
    {
        if (!isPair && char.IsSurrogate(text[at]))
        {
            return Replacement.ToString();
        }

        return CharUnicodeInfo.GetUnicodeCategory(text, at) switch
        {
            UnicodeCategory.Format => "",
            UnicodeCategory.Control => char.IsWhiteSpace(text[at]) ? null : "",
            UnicodeCategory.OtherNotAssigned => IsCharacter(char.ConvertToUtf32(text, at)) ? null : Replacement.ToString(),
            _ => null,
        };
    }

    private static bool IsCharacter(int codePoint) => codePoint is < 0xFDD0 or > 0xFDEF && (codePoint & 0xFFFE) != 0xFFFE;

    private static string SingleSpaced(string text)
    {
        var kept = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                kept[length++] = c;
            }
            else if (length > 0 && kept[length - 1] != ' ')
            {
                kept[length++] = ' ';
            }
        }

        return new string(kept, 0, length > 0 && kept[length - 1] == ' ' ? length - 1 : length);
    }
}
