using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Tests.House;

/// <summary>Comments that should not be there.</summary>
internal static partial class Comments
{
    private static readonly string[] Tags = ["summary", "remarks", "param", "typeparam", "returns", "value", "exception", "example"];

    public static IEnumerable<string> Regions(CSharpFile file) => file.Root.DescendantTrivia()
        .Where(trivia => trivia.Kind() is SyntaxKind.RegionDirectiveTrivia)
        .Select(trivia => $"{file.At(trivia.GetLocation())} opens a region.");

    /// <summary>Comments that read like a statement: by their end, by their beginning, or by a call that stands alone.</summary>
    public static IEnumerable<string> DeadCode(CSharpFile file) =>
        from trivia in file.Root.DescendantTrivia()
        where trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        from line in trivia.ToString().Split('\n')
        where Code().IsMatch(line.Trim('/', '*', ' ', '\r'))
        select $"{file.At(trivia.GetLocation())} comments out '{line.Trim()}'.";

    /// <summary>Tags of documentation without a word in them.</summary>
    public static IEnumerable<string> EmptyTags(CSharpFile file) =>
        from node in file.Root.DescendantNodes(descendIntoTrivia: true)
        where node is XmlElementSyntax element && Tags.Contains(element.StartTag.Name.ToString()) && IsBlank(element)
            || node is XmlEmptyElementSyntax alone && Tags.Contains(alone.Name.ToString())
        select $"{file.At(node.GetLocation())} documents nothing: {node}";

    private static bool IsBlank(XmlElementSyntax element) =>
        element.Content.All(part => part is XmlTextSyntax text && text.TextTokens.All(token => string.IsNullOrWhiteSpace(token.Text)));

    [GeneratedRegex(@"[;{}]$|^(if|for|foreach|while|switch|using|return|throw|var|await|else)\b[^.]*[({=]|^[\w.]+\([^ ]*\)$")]
    private static partial Regex Code();
}
