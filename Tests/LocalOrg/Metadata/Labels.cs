namespace CrmExtensions.Local.Metadata;

/// <summary>A text by language (LCID).</summary>
public sealed class Labels(IReadOnlyDictionary<int, string> byLanguage)
{
    public const int English = 1033;
    public const int Japanese = 1041;

    public static Labels None { get; } = new(new Dictionary<int, string>());

    public IReadOnlyDictionary<int, string> ByLanguage { get; } = byLanguage;

    /// <summary>In that language, else in English, else in any.</summary>
    public string In(int language) =>
        ByLanguage.TryGetValue(language, out var text) || ByLanguage.TryGetValue(English, out text) ? text : ByLanguage.Values.FirstOrDefault() ?? "";

    public bool Any(string text, StringComparison comparison) => ByLanguage.Values.Any(label => string.Equals(label, text, comparison));
}
