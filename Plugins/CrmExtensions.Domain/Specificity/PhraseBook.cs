namespace CrmExtensions.Specificity;

/// <summary>What an organisation takes for saying nothing: stock phrases, and words put in place of an answer (wl_vaguephrase).</summary>
public sealed class PhraseBook
{
    private readonly string[] longestFirst;
    private readonly HashSet<string> placeholders;

    public PhraseBook(IEnumerable<string> stockPhrases, IEnumerable<string> placeholders)
    {
        longestFirst = [.. stockPhrases.Select(Normalisation.Of).Where(phrase => phrase.Length > 0).Distinct().OrderByDescending(phrase => phrase.Length)];
        this.placeholders = [.. placeholders.Select(word => Core(Normalisation.Of(word)))];
    }

    /// <summary>Whether the text is a placeholder, or nothing but punctuation and pictures, of which there may be some around it.</summary>
    public bool IsPlaceholder(PlainText text)
    {
        var core = Core(text.Value);
        return core.Length == 0 || placeholders.Contains(core);
    }

    /// <summary>Whether stock phrases are nearly all there is (P1 of product.md 7).</summary>
    internal bool IsStockOnly(PlainText text)
    {
        var rest = text.Value.ToCharArray();
        var removed = 0;
        foreach (var phrase in longestFirst)
        {
            removed += Remove(phrase, text.Value, rest);
        }

        return removed > 0 && !Remainder.IsEnough(rest, text.IsJapanese);
    }

    // Blanked out in place, so that no phrase arises from what was apart; a piece already gone is not removed again.
    private static int Remove(string phrase, string text, char[] rest)
    {
        var removed = 0;
        for (var at = text.IndexOf(phrase, StringComparison.Ordinal); at >= 0;)
        {
            var isThere = rest[at] != '\0' && rest[at + phrase.Length - 1] != '\0' && Letters.IsWhole(text, at, phrase.Length);
            if (isThere)
            {
                Array.Clear(rest, at, phrase.Length);
                removed++;
            }

            at = text.IndexOf(phrase, at + (isThere ? phrase.Length : 1), StringComparison.Ordinal);
        }

        return removed;
    }

    private static string Core(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && !Letters.IsAt(text, start))
        {
            start++;
        }

        while (end > start && !Letters.IsAt(text, end - 1))
        {
            end--;
        }

        return text.Substring(start, end - start);
    }
}
