using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Tests.House;

/// <summary>A test's name is the sentence it proves (style.md 2: 16).</summary>
[TestClass]
public sealed partial class TestNameTests
{
    [TestMethod]
    public void A_test_is_named_by_a_sentence() => Expect.NoComplaint(
        CSharpFile.All.Where(file => file.IsTest),
        file => Tests(file).Where(test => !Sentence().IsMatch(test.Identifier.Text)).Select(test => $"{file.At(test.Identifier.GetLocation())} {test.Identifier.Text} is no sentence."));

    [TestMethod]
    public void No_test_class_has_a_base_class() => Expect.NoComplaint(
        CSharpFile.All.Where(file => file.IsTest && Tests(file).Any()),
        file => file.TopTypes.OfType<ClassDeclarationSyntax>().Where(type => type.BaseList is not null).Select(type => $"{file}: {type.Identifier.Text} has {type.BaseList}."));

    private static IEnumerable<MethodDeclarationSyntax> Tests(CSharpFile file) => file.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
        .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "TestMethod"));

    // Words with underscores between them, and none of those that say nothing.
    [GeneratedRegex("^(?!.*(_|^)(Should|Test|Tests|Ok|Works)(_|$))[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+$")]
    private static partial Regex Sentence();
}
