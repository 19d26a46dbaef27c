using System.Globalization;
using System.Text;

namespace CrmExtensions.Insights;

internal static class Accents
{
    /// <summary>Müller as Muller; the voicing marks of kana stay, which make other letters.</summary>
    public static string Removed(string folded)
    {
        var kept = new StringBuilder();
        foreach (var c in folded)
        {
            kept.Append(Script.IsAlphabetic(c) && !char.IsSurrogate(c) ? Base(c) : c);
        }

        return kept.ToString();
    }

    private static char Base(char c)
    {
        var parts = c.ToString().Normalize(NormalizationForm.FormD);
        return parts.Length > 1 && CharUnicodeInfo.GetUnicodeCategory(parts[1]) == UnicodeCategory.NonSpacingMark ? parts[0] : c;
    }
}
