using CrmExtensions.Specificity;

namespace CrmExtensions.Insights;

/// <summary>What kind of writing a folded character belongs to.</summary>
internal static class Script
{
    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    public static bool IsHiragana(char c) => c is >= '\u3041' and <= '\u3096' or '\u309D' or '\u309E';

    public static bool IsKatakana(char c) => c is >= '\u30A1' and <= '\u30FA' or >= '\u30FC' and <= '\u30FF' or >= '\u31F0' and <= '\u31FF';

    // Names have rare kanji, which are pairs; nothing else that is folded is.
    public static bool IsKanji(char c) => char.IsLowSurrogate(c) || (Letters.IsJapanese(c) && !IsHiragana(c) && !IsKatakana(c));

    public static bool IsJapanese(char c) => Letters.IsJapanese(c) || char.IsLowSurrogate(c);

    /// <summary>A letter of an alphabet, which makes words; Japanese letters do not.</summary>
    public static bool IsAlphabetic(char c) => char.IsLetter(c) && !Letters.IsJapanese(c);

    public static bool IsAlphanumeric(char c) => IsDigit(c) || IsAlphabetic(c);

    /// <summary>A letter or a digit of the addresses that computers read.</summary>
    public static bool IsAscii(char c) => c is >= 'a' and <= 'z' || IsDigit(c);

    /// <summary>The hyphen and what people type for it.</summary>
    public static bool IsHyphen(char c) => c is '-' or >= '\u2010' and <= '\u2015' or '\u2212' or '\u2500' or '\u30FC';

    /// <summary>What stands between the ends of a range.</summary>
    public static bool IsRange(char c) => c is '~' or '\u301C' or '-' or >= '\u2010' and <= '\u2015' or '\u2212';

    /// <summary>Whether a word or a number goes on from one character to the next.</summary>
    public static bool AreJoined(char left, char right) => (IsAlphabetic(left) && IsAlphabetic(right)) || (IsDigit(left) && IsDigit(right));
}
