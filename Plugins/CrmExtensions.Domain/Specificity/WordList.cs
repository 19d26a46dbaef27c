namespace CrmExtensions.Specificity;

/// <summary>Words to find in normalised text, in one pass; at each place the longest counts.</summary>
/// <param name="words">The words that are sought.</param>
/// <param name="others">Words that only look like them: プレゼント is no プレゼン.</param>
internal sealed class WordList(IEnumerable<string> words, IEnumerable<string> others)
{
    private readonly Dictionary<char, Word[]> byFirst =
        words.Select(word => new Word(word, IsSought: true)).Concat(others.Select(word => new Word(word, IsSought: false)))
            .GroupBy(word => word.Text[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(word => word.Text.Length).ToArray());

    public bool IsIn(string text)
    {
        var at = 0;
        while (at < text.Length)
        {
            var word = At(text, at);
            if (word is { IsSought: true })
            {
                return true;
            }

            at += word?.Text.Length ?? 1;
        }

        return false;
    }

    private Word? At(string text, int at)
    {
        if (!Letters.Joins(text, at) && byFirst.TryGetValue(text[at], out var candidates))
        {
            foreach (var word in candidates)
            {
                if (string.CompareOrdinal(text, at, word.Text, 0, word.Text.Length) == 0 && Letters.IsWhole(text, at, word.Text.Length))
                {
                    return word;
                }
            }
        }

        return null;
    }

    private sealed record Word(string Text, bool IsSought);
}
