using CrmExtensions.Specificity;
using CrmExtensions.Texts;

namespace CrmExtensions.Insights;

/// <summary>The language a text is written in, in which its placeholders speak.</summary>
internal static class TextLanguage
{
    // A word in Latin letters says as much as two characters; addresses of computers are one word each.
    private const int CharactersForWord = 2;

    public static Language Of(string text)
    {
        var characters = 0;
        var words = 0;
        var isInWord = false;
        foreach (var c in text)
        {
            var isJapanese = Letters.IsJapanese(c);
            var begins = !isInWord && Script.IsAlphabetic(c);
            characters += isJapanese ? 1 : 0;
            words += begins ? 1 : 0;
            isInWord = (isInWord || begins) && !isJapanese && !char.IsWhiteSpace(c);
        }

        return characters > 0 && characters >= words * CharactersForWord ? Language.Japanese : Language.English;
    }
}
