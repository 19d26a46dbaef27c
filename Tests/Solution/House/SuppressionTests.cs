using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Tests.House;

/// <summary>Who silences a warning says why, on the line or on the line above (style.md 2: 15).</summary>
[TestClass]
public sealed partial class SuppressionTests
{
    [TestMethod]
    public void A_warning_switched_off_in_code_has_a_reason() => Expect.NoComplaint(CSharpFile.All, file =>
        Unexplained(file.Path, file.Root.ToFullString(), line => line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal), "//"));

    [TestMethod]
    public void A_warning_switched_off_by_an_attribute_has_a_reason() => Expect.NoComplaint(CSharpFile.All, file =>
        from attribute in file.Root.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString().Contains("SuppressMessage", StringComparison.Ordinal)
        where !attribute.ToString().Contains("Justification = \"", StringComparison.Ordinal)
        select $"{file.At(attribute.GetLocation())} gives none.");

    [TestMethod]
    public void A_warning_switched_off_in_a_project_has_a_reason() => Expect.NoComplaint(
        Repo.Files.Where(file => file.EndsWith("proj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal)),
        file => Unexplained(file, Repo.Text(file), line => NoWarn().IsMatch(line), "<!--", "-->"));

    [TestMethod]
    public void A_rule_switched_off_for_the_editor_has_a_reason() =>
        Expect.NoComplaint(Unexplained(".editorconfig", Repo.Text(".editorconfig"), line => line.EndsWith("severity = none", StringComparison.Ordinal), "#"));

    private static IEnumerable<string> Unexplained(string file, string text, Func<string, bool> silences, params string[] marks)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).ToList();
        return
            from index in Enumerable.Range(0, lines.Count)
            where silences(lines[index])
            where !marks.Any(mark => Regex.IsMatch(lines[index], mark + @"\s*\w") || IsComment(index > 0 ? lines[index - 1] : "", mark))
            select $"{file}({index + 1}) gives no reason: {lines[index].Trim()}";
    }

    // A long comment of a project ends on the line above.
    private static bool IsComment(string line, string mark) => mark == "-->" ? line.EndsWith(mark, StringComparison.Ordinal) : line.TrimStart().StartsWith(mark, StringComparison.Ordinal);

    [GeneratedRegex("<NoWarn>|NoWarn=\"")]
    private static partial Regex NoWarn();
}
