using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Tests.House;

/// <summary>Types and the files they stand in (style.md 2: 7, 8, 12).</summary>
[TestClass]
public sealed partial class TypeTests
{
    private static readonly string[] AnyException = ["Exception", "System.Exception", "SystemException", "ApplicationException"];

    [TestMethod]
    public void A_class_is_sealed_or_static_or_made_to_be_derived_from() => Expect.NoComplaint(
        CSharpFile.All.Where(file => !file.IsContract),
        file => file.Types.Where(type => IsOpenClass(type) && !HoldsBenchmarks(type)).Select(type => $"{file.At(type.GetLocation())} {CSharpFile.NameOf(type)} is open."));

    [TestMethod]
    public void A_file_holds_one_type() => Expect.NoComplaint(CSharpFile.All, file =>
        Expect.Unless(file.TopTypes.Count() <= 1, $"{file} holds {string.Join(", ", file.TopTypes.Select(CSharpFile.NameOf))}."));

    [TestMethod]
    public void A_file_is_named_after_its_type() => Expect.NoComplaint(
        CSharpFile.All.Where(file => file.TopTypes.Any()),
        file => Expect.Unless(file.TopTypes.Any(type => IsNamed(file.Name, type)), $"{file} holds {CSharpFile.NameOf(file.TopTypes.First())}."));

    [TestMethod]
    public void Nothing_is_named_after_being_of_use() => Expect.NoComplaint(CSharpFile.All, file =>
        file.Types.Select(CSharpFile.NameOf).Where(name => SaysNothing().IsMatch(name)).Select(name => $"{file}: {name} says nothing."));

    [TestMethod]
    public void No_file_and_no_folder_is_named_after_being_of_use() => Expect.NoComplaint(
        Repo.Files.Where(file => !file.StartsWith("Solution/", StringComparison.Ordinal)),
        file => Expect.Unless(!SaysNothing().IsMatch(file), $"{file} says nothing."));

    [TestMethod]
    public void An_exception_has_a_type_that_can_be_caught() => Expect.NoComplaint(CSharpFile.All, file =>
        from thrown in file.Root.DescendantNodes().Where(node => node is ThrowStatementSyntax or ThrowExpressionSyntax)
        from made in thrown.ChildNodes().OfType<ObjectCreationExpressionSyntax>()
        where AnyException.Contains(made.Type.ToString())
        select $"{file.At(thrown.GetLocation())} throws a bare {made.Type}.");

    // Of two types that differ only in their parameters, one file carries a longer name.
    private static bool IsNamed(string file, MemberDeclarationSyntax type) => type is TypeDeclarationSyntax { TypeParameterList: not null }
        ? file.EndsWith(CSharpFile.NameOf(type), StringComparison.Ordinal)
        : file == CSharpFile.NameOf(type);

    private static bool IsOpenClass(MemberDeclarationSyntax type) => IsClass(type)
        && !type.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword);

    // BenchmarkDotNet derives from these.
    private static bool HoldsBenchmarks(MemberDeclarationSyntax type) => type.DescendantNodes().OfType<AttributeSyntax>().Any(attribute => attribute.Name.ToString() == "Benchmark");

    private static bool IsClass(SyntaxNode type) => type.Kind() is SyntaxKind.ClassDeclaration or SyntaxKind.RecordDeclaration;

    // In the solution they are words of the trade: a sales manager has a role.
    [GeneratedRegex("Helper|Util|Manager|Common|Misc", RegexOptions.IgnoreCase)]
    private static partial Regex SaysNothing();
}
