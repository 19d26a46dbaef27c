namespace CrmExtensions.Insights;

/// <summary>Words to recognise at a place; the longest counts.</summary>
internal sealed class WordSet
{
    private readonly HashSet<string> words;
    private readonly Dictionary<char, string[]> byFirst;
    private readonly Dictionary<char, string[]> byLast;

    public WordSet(params string[] words)
    {
        this.words = [.. words];
        byFirst = this.words.GroupBy(word => word[0]).ToDictionary(group => group.Key, LongestFirst);
        byLast = this.words.GroupBy(word => word[word.Length - 1]).ToDictionary(group => group.Key, LongestFirst);
    }

    /// <summary>Reads a list of words with spaces between them.</summary>
    public static WordSet Of(string list) => new(list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    public bool Contains(string word) => words.Contains(word);

    /// <summary>The length of the word that begins here; zero for none.</summary>
    public int LengthAt(string text, int at) =>
        at >= 0 && at < text.Length && byFirst.TryGetValue(text[at], out var candidates)
            ? Array.Find(candidates, word => IsAt(text, at, word))?.Length ?? 0
            : 0;

    /// <summary>The length of the word that ends before this place; zero for none.</summary>
    public int LengthBefore(string text, int end) =>
        end > 0 && end <= text.Length && byLast.TryGetValue(text[end - 1], out var candidates)
            ? Array.Find(candidates, word => word.Length <= end && IsAt(text, end - word.Length, word))?.Length ?? 0
            : 0;

    /// <summary>The length of the whole alphabetic word that begins here; zero for none.</summary>
    public int WholeAt(string text, int at)
    {
        var length = LengthAt(text, at);
        var end = at + length;
        return length == 0 || (at > 0 && Script.AreJoined(text[at - 1], text[at])) || (end < text.Length && Script.AreJoined(text[end - 1], text[end])) ? 0 : length;
    }

    private static string[] LongestFirst(IEnumerable<string> words) => [.. words.OrderByDescending(word => word.Length)];

    private static bool IsAt(string text, int at, string word) => string.CompareOrdinal(text, at, word, 0, word.Length) == 0;
}
