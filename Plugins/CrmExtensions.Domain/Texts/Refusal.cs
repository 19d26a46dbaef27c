using System.Globalization;
using System.Text;

namespace CrmExtensions.Texts;

/// <summary>Why something is refused and what to do about it; where several things are wrong, all of them at once.</summary>
public sealed class Refusal
{
    public Refusal(Text text, params object[] arguments)
        : this(new Sentence(text, arguments), [])
    {
    }

    public Refusal(Sentence what, IReadOnlyList<Sentence> items)
    {
        What = what;
        Items = items;
    }

    public Sentence What { get; }

    /// <summary>What is wrong in particular, in the order of the form; empty where <see cref="What"/> says it all.</summary>
    public IReadOnlyList<Sentence> Items { get; }

    /// <summary>A refusal that lists the problems below the header; none where there is no problem.</summary>
    public static Refusal? Listing(Text header, IEnumerable<Sentence> problems)
    {
        var items = problems.ToList();
        return items.Count == 0 ? null : new Refusal(new Sentence(header), items);
    }

    /// <summary>The header line, and below it one numbered line for each item.</summary>
    public string In(Language language)
    {
        var text = new StringBuilder(What.In(language));
        for (var i = 0; i < Items.Count; i++)
        {
            text.Append('\n').Append((i + 1).ToString(CultureInfo.InvariantCulture)).Append(". ").Append(Items[i].In(language));
        }

        return text.ToString();
    }

    /// <summary>In English, for whoever debugs.</summary>
    public override string ToString() => In(Language.English);
}
