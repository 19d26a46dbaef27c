using Microsoft.CodeAnalysis;

namespace CrmExtensions.Tests.House;

/// <summary>Lines that hold code: not blank ones, not comments (style.md 0).</summary>
internal static class CodeLines
{
    public static int Of(IEnumerable<SyntaxToken> tokens) => tokens.Where(token => token.Span.Length > 0).SelectMany(Lines).Distinct().Count();

    private static IEnumerable<int> Lines(SyntaxToken token)
    {
        var place = token.GetLocation().GetLineSpan();
        var first = place.StartLinePosition.Line;
        return Enumerable.Range(first, place.EndLinePosition.Line - first + 1);
    }
}
