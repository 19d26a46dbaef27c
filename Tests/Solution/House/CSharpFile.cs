using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Tests.House;

/// <summary>A C# source written by hand, parsed.</summary>
internal sealed record CSharpFile(string Path, CompilationUnitSyntax Root)
{
    private static readonly Lazy<IReadOnlyList<CSharpFile>> Everything = new(() =>
        [.. new[] { "Plugins", "Solution", "Tests" }.SelectMany(folder => Repo.FilesIn(folder, ".cs")).Where(IsByHand).Select(file => Parse(file, Repo.Text(file)))]);

    public static IReadOnlyList<CSharpFile> All => Everything.Value;

    /// <summary>Of a test project; LocalOrg lies among the tests, but is what they test with.</summary>
    public bool IsTest => Path.StartsWith("Tests/", StringComparison.Ordinal) && !Path.StartsWith("Tests/LocalOrg/", StringComparison.Ordinal);

    /// <summary>Of the SDK contract, whose types are as open as the genuine ones (architecture.md 3).</summary>
    public bool IsContract => Path.StartsWith("Plugins/Microsoft.Xrm.Sdk/", StringComparison.Ordinal);

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<MemberDeclarationSyntax> Types => Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsType);

    public IEnumerable<MemberDeclarationSyntax> TopTypes => Types.Where(type => !type.Ancestors().Any(IsType));

    public static CSharpFile Parse(string path, string text) =>
        new(path, CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Parse)).GetCompilationUnitRoot());

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declared => declared.Identifier.Text,
        DelegateDeclarationSyntax declared => declared.Identifier.Text,
        _ => "",
    };

    /// <summary>File and line, as compilers write them.</summary>
    public string At(Location place) => $"{Path}({place.GetLineSpan().StartLinePosition.Line + 1})";

    public override string ToString() => Path;

    private static bool IsByHand(string file) => !file.EndsWith(".g.cs", StringComparison.Ordinal);

    // An extension block is part of the class around it.
    private static bool IsType(SyntaxNode node) => node is BaseTypeDeclarationSyntax and not ExtensionBlockDeclarationSyntax or DelegateDeclarationSyntax;
}
