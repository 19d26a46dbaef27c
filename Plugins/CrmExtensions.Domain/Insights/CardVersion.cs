using System.Globalization;

namespace CrmExtensions.Insights;

/// <summary>What a card was made from, the interview and the settings, by their row versions: an older one never overwrites a newer (architecture.md 4, A3).</summary>
public static class CardVersion
{
    private const int Digits = 20;

    /// <summary>Padded, so that texts compare as the numbers do: by the interview first, and by the settings where that is the same.</summary>
    /// <param name="interview">A row version, which only rises.</param>
    /// <param name="settings">Likewise.</param>
    public static string Text(long interview, long settings) => Padded(interview) + "-" + Padded(settings);

    /// <summary>Whether what is stored was made from this version, or a later one.</summary>
    public static bool Covers(string? stored, string version) => string.CompareOrdinal(stored ?? "", version) >= 0;

    private static string Padded(long version) => version.ToString(CultureInfo.InvariantCulture).PadLeft(Digits, '0');
}
