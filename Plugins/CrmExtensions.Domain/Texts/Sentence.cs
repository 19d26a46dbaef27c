namespace CrmExtensions.Texts;

/// <summary>A text with what fills its places, not yet in any language.</summary>
public sealed class Sentence
{
    private readonly object[] arguments;

    public Sentence(Text text, params object[] arguments)
    {
        Text = text;
        this.arguments = arguments;
    }

    public Text Text { get; }

    public IReadOnlyList<object> Arguments => arguments;

    public string In(Language language) => Wording.In(language, Text, arguments);

    /// <summary>In English, for whoever debugs.</summary>
    public override string ToString() => In(Language.English);
}
