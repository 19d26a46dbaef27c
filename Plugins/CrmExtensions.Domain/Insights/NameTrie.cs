namespace CrmExtensions.Insights;

/// <summary>All spellings of all known names, to be tried at one place at once, however many there are.</summary>
internal sealed class NameTrie
{
    private readonly Node root = new();

    public NameTrie(IEnumerable<KnownName> names)
    {
        foreach (var name in names)
        {
            Add(name);
        }
    }

    /// <summary>The names whose letters stand at this place, the shortest first, each with where it ends.</summary>
    /// <remarks>Looks no further than the longest name with its joints.</remarks>
    public IEnumerable<NameAt> At(FoldedText text, int at)
    {
        var node = root;
        while (node is not null && at < text.Length)
        {
            var end = AfterJoint(text, at);
            node = node.Child(end > at ? ' ' : KanjiVariants.Plain(text[at]));
            at = end > at ? end : at + 1;
            foreach (var name in node?.Names ?? [])
            {
                yield return new NameAt(name, at);
            }
        }
    }

    private static int AfterJoint(FoldedText text, int at)
    {
        var end = at;
        while (end - at < NameKey.LongestJoint && NameKey.IsJoint(text[end]))
        {
            end++;
        }

        return end;
    }

    // Of the same word for the same kind of secret, the stricter holds.
    private void Add(KnownName name)
    {
        var node = root;
        foreach (var c in name.Key)
        {
            node = node.ChildOrNew(KanjiVariants.Plain(c));
        }

        var known = node.Names.FindIndex(other => other.Secret == name.Secret);
        if (known < 0)
        {
            node.Names.Add(name);
        }
        else if (name.Caution < node.Names[known].Caution)
        {
            node.Names[known] = name;
        }
    }

    private sealed class Node
    {
        private readonly Dictionary<char, Node> children = [];

        public List<KnownName> Names { get; } = [];

        public Node? Child(char c) => children.TryGetValue(c, out var child) ? child : null;

        public Node ChildOrNew(char c) => Child(c) ?? (children[c] = new Node());
    }
}
