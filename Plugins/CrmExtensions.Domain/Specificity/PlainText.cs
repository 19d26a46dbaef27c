namespace CrmExtensions.Specificity;

/// <summary>A text in normal form, measured as its language is: Japanese by characters, all others by words (product.md 7).</summary>
public sealed class PlainText
{
    private PlainText(string value)
    {
        Value = value;
        IsJapanese = value.Any(Letters.IsJapanese);
    }

    /// <summary>The normal form; equal texts are duplicates.</summary>
    public string Value { get; }

    /// <summary>Whether any kana or kanji occurs, be the rest what it may.</summary>
    public bool IsJapanese { get; }

    public static PlainText Of(string? text) => new(Normalisation.Of(text ?? ""));

    /// <summary>Whether the text has that many characters, if it is Japanese, else that many words.</summary>
    /// <remarks>Characters are code points, punctuation and spaces among them; a word has a letter or a digit.</remarks>
    public bool Reaches(int characters, int words) => IsJapanese ? Characters() >= characters : Letters.CountWords(Value, words) >= words;

    private int Characters() => Value.Length - Value.Count(char.IsLowSurrogate);
}
