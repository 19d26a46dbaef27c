using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrmExtensions.Tests.House;

/// <summary>A piece of a class that runs: method, constructor, accessor, local function.</summary>
internal sealed record Member(CSharpFile File, SyntaxNode Node)
{
    public static IEnumerable<Member> All => CSharpFile.All.SelectMany(In);

    /// <summary>Lines of code from its first modifier on: attributes above it are data, as rows of a test's table are.</summary>
    public int Lines => CodeLines.Of(Node.DescendantNodesAndTokens(node => node is not AttributeListSyntax).Where(part => part.IsToken).Select(part => part.AsToken()));

    /// <summary>Ways through it, after McCabe: one, and one more for every place where it may turn.</summary>
    public int Complexity => 1 + Node.DescendantNodes(node => node == Node || node is not LocalFunctionStatementSyntax).Count(Turns);

    public static IEnumerable<Member> In(CSharpFile file) => file.Root.DescendantNodes().Where(Runs).Select(node => new Member(file, node));

    public override string ToString() => $"{File.At(Node.GetLocation())} {NameOf(Node)}";

    private static bool Runs(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax => true,
        PropertyDeclarationSyntax property => property.ExpressionBody is not null,
        IndexerDeclarationSyntax indexer => indexer.ExpressionBody is not null,
        _ => false,
    };

    private static bool Turns(SyntaxNode node) => node.Kind() switch
    {
        SyntaxKind.IfStatement or SyntaxKind.ConditionalExpression or SyntaxKind.CatchClause => true,
        SyntaxKind.WhileStatement or SyntaxKind.DoStatement or SyntaxKind.ForStatement => true,
        SyntaxKind.ForEachStatement or SyntaxKind.ForEachVariableStatement => true,
        SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression => true,
        SyntaxKind.CoalesceExpression or SyntaxKind.CoalesceAssignmentExpression => true,
        SyntaxKind.CaseSwitchLabel or SyntaxKind.CasePatternSwitchLabel => true,
        SyntaxKind.SwitchExpressionArm => ((SwitchExpressionArmSyntax)node).Pattern is not DiscardPatternSyntax,
        _ => false,
    };

    private static string NameOf(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        LocalFunctionStatementSyntax function => function.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        AccessorDeclarationSyntax accessor => accessor.Keyword.Text,
        _ => "",
    };
}
