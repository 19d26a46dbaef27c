using System.Globalization;

namespace CrmExtensions.Insights;

/// <summary>The row version of the interview a card was made from: an older one never overwrites a newer (architecture.md 4, A3).</summary>
public static class CardVersion
{
    private const int Digits = 20;

    /// <summary>Padded, so that texts compare as the numbers do.</summary>
    /// <param name="version">A row version, which only rises.</param>
    public static string Text(long version) => version.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');

    /// <summary>Whether what is stored was made from this version, or a later one.</summary>
    public static bool Covers(string? stored, string version) => string.CompareOrdinal(stored ?? "", version) >= 0;
}
