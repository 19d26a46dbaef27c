using CrmExtensions.Texts;

namespace CrmExtensions.Specificity;

/// <summary>The next question to ask, instead of a refusal: for each element, the one whose answer would earn it (product.md 7).</summary>
public static class Questions
{
    // When, who and what was said are one question, as a person would ask it.
    private static readonly Element[] Scene = [Element.E1, Element.E2, Element.E4];

    /// <summary>The question for an element E1 to E8.</summary>
    public static string For(Element element, Language language) => Texts(language)[element];

    /// <summary>The questions for what is missing, as few as will do.</summary>
    public static IReadOnlyList<string> ToAsk(IEnumerable<Element> missing, Language language)
    {
        var open = missing.ToList();
        var isWholeScene = Scene.All(open.Contains);
        var single = open.Where(element => !isWholeScene || !Scene.Contains(element)).Select(element => For(element, language));
        return isWholeScene ? [SceneIn(language), .. single] : [.. single];
    }

    private static IReadOnlyDictionary<Element, string> Texts(Language language) =>
        language == Language.Japanese ? JapaneseQuestions.Texts : EnglishQuestions.Texts;

    private static string SceneIn(Language language) => language == Language.Japanese ? JapaneseQuestions.Scene : EnglishQuestions.Scene;
}
