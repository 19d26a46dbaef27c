using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.Labels;

/// <summary>Tells Japanese from other texts.</summary>
internal static partial class Japanese
{
    public static bool IsIn(string text) => Letter().IsMatch(text);

    // Kana and kanji; the marks between them occur in other texts too.
    [GeneratedRegex("[\u3041-\u3096\u30a1-\u30fa\u3400-\u9fff\u3005]")]
    private static partial Regex Letter();
}
