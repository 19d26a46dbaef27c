using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Tests.House;

/// <summary>Rules that cannot see the platform, and names that stand in one place (style.md 2: 2, 9).</summary>
[TestClass]
public sealed partial class PurityTests
{
    private const string Domain = "Plugins/CrmExtensions.Domain";

    private static readonly SyntaxKind[] Texts =
    [
        SyntaxKind.StringLiteralToken, SyntaxKind.SingleLineRawStringLiteralToken, SyntaxKind.MultiLineRawStringLiteralToken,
        SyntaxKind.InterpolatedStringTextToken, SyntaxKind.Utf8StringLiteralToken,
    ];

    [TestMethod]
    public void The_domain_refers_to_no_package_no_project_and_no_assembly() => Expect.NoComplaint(
        XDocument.Parse(Repo.Text($"{Domain}/CrmExtensions.Domain.csproj")).Descendants().Select(element => element.Name.LocalName),
        name => Expect.Unless(!name.EndsWith("Reference", StringComparison.Ordinal), $"It has a {name}."));

    [TestMethod]
    public void The_domain_never_mentions_the_platform() => Expect.NoComplaint(
        Repo.FilesIn(Domain, ".cs"),
        file => Expect.Unless(!Repo.Text(file).Contains("Microsoft.Xrm", StringComparison.Ordinal), $"{file} does."));

    [TestMethod]
    public void LocalOrg_shares_no_rule_with_the_plug_ins_but_the_guard_of_its_score_command()
    {
        var rules = CSharpFile.All.Where(file => file.Path.StartsWith(Domain, StringComparison.Ordinal))
            .SelectMany(file => file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()).Select(space => space.Name.ToString()).ToHashSet();

        Expect.NoComplaint(CSharpFile.All.Where(file => file.Path.StartsWith("Tests/LocalOrg/", StringComparison.Ordinal)), file =>
            from name in file.Root.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(used => used.Name?.ToString() ?? "")
            where rules.Contains(name)
            where !(name is "CrmExtensions.Specificity" or "CrmExtensions.Interviews" or "CrmExtensions.Texts" && (file.Path.StartsWith("Tests/LocalOrg/Scoring/", StringComparison.Ordinal) || file.Name == "ScoreCommand"))
            select $"{file} uses {name}.");
    }

    [TestMethod]
    public void Plug_ins_name_tables_and_columns_by_their_constants()
    {
        var names = Org.Tables.Values.SelectMany(table => table.Columns.Keys.Append(table.Name)).ToHashSet();

        Expect.NoComplaint(CSharpFile.All.Where(file => file.Path.StartsWith("Plugins/", StringComparison.Ordinal)), file =>
            from token in file.Root.DescendantTokens()
            where Texts.Contains(token.Kind())
            from name in OurName().Matches(token.ValueText).Select(match => match.Value)
            where names.Contains(name)
            select $"{file.At(token.GetLocation())} spells out {name}.");
    }

    [GeneratedRegex("wl_[a-z0-9_]+")]
    private static partial Regex OurName();
}
