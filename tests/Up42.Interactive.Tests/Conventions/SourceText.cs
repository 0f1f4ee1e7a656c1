using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>What the sources say to people: string literals and XML documentation, each with its place.</summary>
internal static class SourceText
{
    public static IEnumerable<(string Place, string Text)> In(string folder) =>
        from file in SourceFiles.In(folder, ".cs")
        from token in Parse(file).GetRoot().DescendantTokens(descendIntoTrivia: true)
        where token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
            or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.XmlTextLiteralToken
        select ($"{file}:{Line(token)}", token.ValueText);

    /// <summary>Every regular expression of a folder: its place, and whether its time is bounded.</summary>
    public static IEnumerable<(string Place, bool IsBounded)> RegularExpressions(string folder) =>
        from file in SourceFiles.In(folder, ".cs")
        from node in Parse(file).GetRoot().DescendantNodes()
        let arguments = Arguments(node)
        where arguments is not null
        select ($"{file}:{Line(node.GetFirstToken())}", IsBounded(arguments));

    private static SyntaxTree Parse(string file) => CSharpSyntaxTree.ParseText(SourceFiles.Read(file));

    private static int Line(SyntaxToken token) => token.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static string? Arguments(SyntaxNode node) => node switch
    {
        AttributeSyntax attribute when attribute.Name.ToString() == "GeneratedRegex" => attribute.ArgumentList?.ToString(),
        ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.Text: "Regex" } } creation => creation.ArgumentList?.ToString(),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "Regex" } } call,
        } invocation when call.Name.Identifier.Text != "Escape" => invocation.ArgumentList.ToString(),
        _ => null,
    };

    private static bool IsBounded(string arguments) =>
        arguments.Contains("NonBacktracking", StringComparison.Ordinal) || arguments.Contains("imeout", StringComparison.Ordinal);
}
