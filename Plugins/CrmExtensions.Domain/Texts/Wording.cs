using System.Globalization;

namespace CrmExtensions.Texts;

/// <summary>Every text a user can meet, in the user's language.</summary>
public static class Wording
{
    /// <summary>The text with its places filled: dates as yyyy-MM-dd, texts and sentences in the same language, lists joined.</summary>
    public static string In(Language language, Text text, params object[] arguments) => string.Format(
        CultureInfo.InvariantCulture,
        Template(language, text),
        Array.ConvertAll(arguments, argument => (object)Spell(language, argument)));

    /// <summary>The text with its places, {0} and so on, unfilled.</summary>
    public static string Template(Language language, Text text) => In(language)[text];

    private static Dictionary<Text, string> In(Language language) => language == Language.Japanese ? Japanese.Texts : English.Texts;

    private static string Spell(Language language, object argument) => argument switch
    {
        string word => word,
        Text text => In(language, text),
        Sentence sentence => sentence.In(language),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable<object> list => string.Join(Template(language, Text.ListSeparator), list.Select(item => Spell(language, item))),
        _ => Convert.ToString(argument, CultureInfo.InvariantCulture) ?? "",
    };
}
