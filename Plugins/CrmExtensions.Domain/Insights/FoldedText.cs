using System.Text;
using CrmExtensions.Specificity;

namespace CrmExtensions.Insights;

/// <summary>A text in the form in which secrets are sought (NFKC, lower case, single spaces, nothing invisible), each character with its place in the original.</summary>
internal sealed class FoldedText
{
    /// <summary>Stands for a placeholder, which is no letter, no space and never read again.</summary>
    public const char Opaque = '\uFFFC';

    private const string Picture = "□";

    private readonly string original;
    private readonly StringBuilder folded = new();
    private readonly List<int> starts = [];
    private readonly List<int> ends = [];

    public FoldedText(string original, WordSet placeholders)
    {
        this.original = original;
        for (var at = 0; at < original.Length;)
        {
            var length = placeholders.LengthAt(original, at);
            var end = length > 0 ? at + length : Cluster.EndAt(original, at);
            Add(length > 0 ? Opaque.ToString() : Folded(at, end), at, end);
            at = end;
        }

        Value = folded.ToString();
    }

    public string Value { get; }

    public int Length => Value.Length;

    /// <summary>The folded character; NUL, which no folded text has, beyond either end.</summary>
    public char this[int at] => at >= 0 && at < Value.Length ? Value[at] : '\0';

    /// <summary>Whether it was written as a capital.</summary>
    public bool IsCapital(int at) => at >= 0 && at < Length && char.IsUpper(original, starts[at]);

    public int OriginalStart(Find find) => starts[find.Start];

    public int OriginalEnd(Find find) => ends[find.End - 1];

    // Pictures are one sign each; of what takes two characters only kanji are letters of names.
    private string Folded(int at, int end)
    {
        var c = original[at];
        if (char.IsWhiteSpace(c))
        {
            return c is '\n' or '\r' ? "\n" : " ";
        }

        return end - at == 1 && IsPlain(c) ? char.ToLowerInvariant(c).ToString()
            : c == Opaque ? ""
            : Letter(Normalisation.Of(Cluster.WithoutVariants(original.Substring(at, end - at))));
    }

    private static string Letter(string folded) => folded.Length > 0 && char.IsHighSurrogate(folded[0]) && !Letters.IsJapanese(folded[0]) ? Picture : folded;

    // Spaces become one, which is a line break if any of them is.
    private void Add(string characters, int start, int end)
    {
        foreach (var c in characters)
        {
            var last = folded.Length - 1;
            if (c is ' ' or '\n' && last >= 0 && folded[last] is ' ' or '\n')
            {
                folded[last] = c == '\n' ? c : folded[last];
                ends[last] = end;
                continue;
            }

            folded.Append(c);
            starts.Add(start);
            ends.Add(end);
        }
    }

    private static bool IsPlain(char c) => c is > ' ' and <= '~' or >= '\u3041' and <= '\u3096' or >= '\u30A1' and <= '\u30FE' or >= '\u4E00' and <= '\u9FFF';
}
