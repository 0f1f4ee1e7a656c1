using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Up42.Interactive.Cli;

/// <summary>
/// C# with its tokens marked by kind: <c>k</c> keyword, <c>s</c> string, <c>n</c> number, <c>c</c> comment, <c>d</c> directive, <c>t</c>
/// type, <c>m</c> method.
/// </summary>
internal static class CodeHighlighter
{
    private static readonly CSharpParseOptions Options = new(documentationMode: DocumentationMode.None, kind: SourceCodeKind.Script);

    /// <summary>The code, encoded, in spans; without them where it nests too deep to be parsed.</summary>
    public static Html Highlight(string code)
    {
        if (CodeNesting.IsTooDeep(code))
        {
            return Html.Text(code);
        }

        var root = CSharpSyntaxTree.ParseText(code, Options).GetRoot();
        return Html.Join(root.DescendantTokens().SelectMany(token =>
            token.LeadingTrivia.Select(Trivia).Append(Span(KindOf(token), token.ToString())).Concat(token.TrailingTrivia.Select(Trivia))));
    }

    private static Html Trivia(SyntaxTrivia trivia) => Span(
        trivia.IsDirective ? "d"
        : trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
            or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia ? "c"
        : null,
        trivia.ToFullString());

    private static Html Span(string? kind, string text) => kind is null ? Html.Text(text) : Html.Format($"""<span class="{kind}">{text}</span>""");

    private static string? KindOf(SyntaxToken token) => token.Kind() switch
    {
        SyntaxKind.NumericLiteralToken => "n",
        SyntaxKind.StringLiteralToken or SyntaxKind.CharacterLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
            or SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedStringEndToken
            or SyntaxKind.InterpolatedVerbatimStringStartToken or SyntaxKind.InterpolatedSingleLineRawStringStartToken
            or SyntaxKind.InterpolatedMultiLineRawStringStartToken or SyntaxKind.InterpolatedRawStringEndToken => "s",
        SyntaxKind.IdentifierToken => KindOfName(token),
        var kind when SyntaxFacts.IsKeywordKind(kind) => "k",
        _ => null,
    };

    private static string? KindOfName(SyntaxToken name) => name.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "k",
        BaseTypeDeclarationSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax { Parent: InvocationExpressionSyntax } => "m",
        SimpleNameSyntax { Parent: MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } access } called
            when call.Expression == access && access.Name == called => "m",
        SimpleNameSyntax
        {
            Parent: BaseObjectCreationExpressionSyntax or VariableDeclarationSyntax or ParameterSyntax or TypeArgumentListSyntax
            or CastExpressionSyntax or ArrayTypeSyntax or NullableTypeSyntax or SimpleBaseTypeSyntax or TypeOfExpressionSyntax
        } => "t",
        GenericNameSyntax => "t",
        _ => null,
    };
}
