using System.Text.Json;
using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.Texts;

/// <summary>The texts of the scripts: one file, two languages, none forgotten and none left over.</summary>
[TestClass]
public sealed partial class MessageTests
{
    private static readonly string[] Languages = ["en", "ja"];

    private static JsonElement Texts { get; } = JsonDocument.Parse(Repo.Text("pac-config/operator/messages.json")).RootElement;

    [TestMethod]
    public void Every_text_is_in_both_languages_with_the_same_values_in_it() => Expect.NoComplaint(Texts.EnumerateObject(), text =>
    {
        var both = Languages.Select(language => text.Value.TryGetProperty(language, out var value) ? value.ToString() : "").ToList();
        return
        [
            .. Expect.Unless(both.All(value => value.Length > 0), $"{text.Name} lacks a language."),
            .. Expect.Unless(Places(both[0]).SequenceEqual(Places(both[1])), $"{text.Name} says other things in its languages."),
        ];
    });

    [TestMethod]
    [DataRow("bash")]
    [DataRow("PowerShell")]
    public void Every_text_is_said_and_nothing_is_said_without_one(string shell)
    {
        var said = Repo.FilesIn("pac-config", Shell.All.Single(one => one.Name == shell).Ending).SelectMany(file => Said().Matches(Repo.Text(file))).Select(match => match.Groups["key"].Value).ToHashSet();
        var known = Texts.EnumerateObject().Select(text => text.Name).ToList();

        // Keys whose ending is put together: step.created and so on.
        Expect.All(said, key => known.Contains(key) || known.Any(text => text.StartsWith(key + ".", StringComparison.Ordinal)), "has no text.");
        Expect.All(known, key => said.Contains(key) || said.Any(start => key.StartsWith(start + ".", StringComparison.Ordinal)) || ToTheOther(shell).Contains(key), "is never said.");
    }

    [TestMethod]
    [EachShell("ja_JP.UTF-8", "組織を指定してください")]
    [EachShell("en_GB.UTF-8", "Which org?")]
    [EachShell("de_DE.UTF-8", "Which org?")]
    public async Task The_locale_chooses_the_language(Shell shell, string locale, string complaint) => (await shell.Operator.With("LANG", locale).Run("doctor")).Ended(2).Complained(complaint);

    [TestMethod]
    [EachShell("ja", "en_US.UTF-8", "組織を指定してください")]
    [EachShell("en", "ja_JP.UTF-8", "Which org?")]
    public async Task An_option_chooses_it_over_the_locale(Shell shell, string language, string locale, string complaint) =>
        (await shell.Operator.With("LANG", locale).Run("doctor", "--language", language)).Ended(2).Complained(complaint);

    // Needs that only one of the two has.
    private static string[] ToTheOther(string shell) => shell == "bash" ? [] : ["need.tool"];

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(say|complain|note|fine|text|done_or_would|advise|Get-Text|Write-(Text|Deed|Complaint|Fine|Note)|(fail|Stop-Run) \d|missing|Write-Missing|Stop-FailedKeys)\s+\(?[""']?(?<key>[a-z]+(-[a-z]+)*(\.[a-z0-9-]+)+|help|would|interrupted|dry-run)|(?<![-/])\b(?<key>(doctor|do|solution|gate|settings)(\.[a-z-]+)+)\b|hint=(?<key>do\.\w+)|\bregister (?<key>step|image)\b|[""'](?<key>(step|image|data|gate|settings|solution))\.\$", RegexOptions.ExplicitCapture)]
    private static partial Regex Said();
}
