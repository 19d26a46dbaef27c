namespace CrmExtensions.Specificity;

/// <summary>What is left of a text when stock phrases are blanked out of it (P1 of product.md 7).</summary>
/// <remarks>Letters and digits are counted, since commas between stock phrases say nothing. Particles go wherever they stand, in words too: there is no dictionary here to tell.</remarks>
internal static class Remainder
{
    private const int EnoughCharacters = 10;
    private const int EnoughWords = 3;
    private const string ShortParticles = "はがをにでとものへや";

    private static readonly string[] LongParticles = ["から", "まで", "ので", "ため"];

    /// <summary>Whether enough is left; a blanked character is a NUL.</summary>
    public static bool IsEnough(char[] rest, bool isJapanese)
    {
        var text = new string(rest);
        return isJapanese
            ? HasCharacters(text)
            : Letters.CountWords(text.Replace('\0', ' '), EnoughWords) >= EnoughWords;
    }

    private static bool HasCharacters(string text)
    {
        var count = 0;
        var at = 0;
        while (at < text.Length && count < EnoughCharacters)
        {
            var particle = ParticleAt(text, at);
            count += particle == 0 && !char.IsLowSurrogate(text[at]) && Letters.IsAt(text, at) ? 1 : 0;
            at += Math.Max(1, particle);
        }

        return count >= EnoughCharacters;
    }

    // Its length; zero where there is none.
    private static int ParticleAt(string text, int at) =>
        Array.Exists(LongParticles, particle => string.CompareOrdinal(text, at, particle, 0, particle.Length) == 0) ? 2
        : ShortParticles.IndexOf(text[at]) >= 0 ? 1
        : 0;
}
