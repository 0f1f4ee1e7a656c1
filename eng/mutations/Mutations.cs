using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>The small faults that a source file can have.</summary>
internal static class Mutations
{
    private static readonly Dictionary<string, string[]> Operators = new()
    {
        ["<"] = ["<=", ">="], ["<="] = ["<", ">"], [">"] = [">=", "<="], [">="] = [">", "<"], ["=="] = ["!="], ["!="] = ["=="],
        ["&&"] = ["||"], ["||"] = ["&&"], ["+"] = ["-"], ["-"] = ["+"], ["*"] = ["/"], ["/"] = ["*"], ["%"] = ["*"],
        ["<<"] = [">>"], [">>"] = ["<<"], ["&"] = ["|"], ["|"] = ["&"], ["+="] = ["-="], ["-="] = ["+="], ["*="] = ["/="], ["++"] = ["--"], ["--"] = ["++"],
    };

    // Constants of the language cannot be switched, nor can expressions that declare variables be written twice.
    public static IEnumerable<(SyntaxNode Node, string Text)> In(SyntaxNode root) => root.DescendantNodes()
        .Where(node => !node.AncestorsAndSelf().Any(part => Unseen.Is(part)) && !node.Ancestors().Any(part => IsConstant(part)) && !node.DescendantNodesAndSelf().Any(part => part is SingleVariableDesignationSyntax))
        .SelectMany(node => Of(node).Select(text => (node, text)));

    private static IEnumerable<string> Of(SyntaxNode node) => node switch
    {
        BinaryExpressionSyntax { OperatorToken.ValueText: "??" } binary => [$"{binary.Right}"],
        BinaryExpressionSyntax binary => Other(binary.OperatorToken).Select(other => $"{binary.Left} {other} {binary.Right}").Concat(Negated(node)),
        AssignmentExpressionSyntax assignment when assignment.Parent is not ExpressionStatementSyntax =>
            Other(assignment.OperatorToken).Select(other => $"{assignment.Left} {other} {assignment.Right}"),
        PostfixUnaryExpressionSyntax postfix => Other(postfix.OperatorToken).Select(other => $"{postfix.Operand}{other}"),
        PrefixUnaryExpressionSyntax { OperatorToken.ValueText: "!" or "-" } prefix => [$"{prefix.Operand}"],
        LiteralExpressionSyntax { Token.Value: int or long or double or float or uint } literal => [$"{literal} {(literal.SpanStart % 2 == 0 ? '+' : '-')} 1"],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.TrueLiteralExpression } => ["false"],
        LiteralExpressionSyntax { RawKind: (int)SyntaxKind.FalseLiteralExpression } => ["true"],
        IsPatternExpressionSyntax pattern => Patterns(pattern).Concat(Negated(node)),
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax assignment } => Other(assignment.OperatorToken)
            .Select(other => $"{assignment.Left} {other} {assignment.Right};").Append(";"),
        ExpressionStatementSyntax => [";"],
        ExpressionSyntax => Negated(node),
        _ => [],
    };

    private static string[] Other(SyntaxToken token) => Operators.GetValueOrDefault(token.ValueText, []);

    // Conditions, and what a method of bool returns.
    private static IEnumerable<string> Negated(SyntaxNode node) => node.Parent switch
    {
        IfStatementSyntax parent => parent.Condition == node,
        ConditionalExpressionSyntax parent => parent.Condition == node,
        ReturnStatementSyntax => node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.ReturnType.ToString() == "bool",
        ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method } => method.ReturnType.ToString() == "bool",
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Type.ToString() == "bool",
        _ => false,
    } ? [$"!({node})"] : [];

    private static IEnumerable<string> Patterns(IsPatternExpressionSyntax pattern) => pattern.Pattern.DescendantNodesAndSelf()
        .SelectMany(part => (part switch
        {
            RelationalPatternSyntax relation => Other(relation.OperatorToken).Select(other => $"{other} {relation.Expression}"),
            LiteralExpressionSyntax { Token.Value: int or double } literal => [$"({literal} + 1)"],
            BinaryPatternSyntax { OperatorToken.ValueText: "or" } binary => [$"{binary.Left} and {binary.Right}"],
            BinaryPatternSyntax { OperatorToken.ValueText: "and" } binary => [$"{binary.Left} or {binary.Right}"],
            UnaryPatternSyntax unary => [$"{unary.Pattern}"],
            _ => [],
        }).Select(text => $"{pattern}".Remove(part.SpanStart - pattern.SpanStart, part.Span.Length).Insert(part.SpanStart - pattern.SpanStart, text)));

    private static bool IsConstant(SyntaxNode node) => node switch
    {
        AttributeSyntax or EnumMemberDeclarationSyntax or ParameterSyntax or CaseSwitchLabelSyntax or PatternSyntax => true,
        BaseFieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.IsConst,
        _ => false,
    };
}
