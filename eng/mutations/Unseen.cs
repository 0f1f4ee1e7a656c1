using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>
/// What no test can see on this machine, whatever it does: a fault there would live for ever and say nothing of the tests. The documentation lists it.
/// </summary>
internal static class Unseen
{
    private static readonly string[] Pools = ["ArrayPool<byte>", "ArrayPool<int>", "ArrayPool<float>", "ArrayPool<double>"];
    private static readonly string[] Buffers = ["Rent", "AllocateUninitializedArray"];

    /// <summary>Whether a part of the source does nothing that can be seen.</summary>
    public static bool Is(SyntaxNode node) => IsOfOtherSystem(node) || node switch
    {
        // Where there is no synchronization context, as in every test, both are the same.
        ArgumentListSyntax { Parent: InvocationExpressionSyntax call } when Name(call) == "ConfigureAwait" => true,

        // What a pool gets back is used again sooner or later, or thrown away; a base class that disposes nothing; a disk that loses its power.
        ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } => IsReturnToPool(call) || $"{call}" == "base.Dispose(disposing)"
            || IsFlushToDisk(call),
        ArgumentListSyntax { Parent: InvocationExpressionSyntax call } when IsFlushToDisk(call) => true,

        // How much is read or kept at a time: one byte more or less. Other faults of these numbers, one of nothing for instance, are tried.
        LiteralExpressionSyntax literal => IsOfCapacity(literal),
        ArgumentSyntax { NameColon.Name.Identifier.ValueText: "bufferSize" } => true,
        _ => false,
    };

    private static string Name(InvocationExpressionSyntax call) => (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText ?? "";

    private static bool IsReturnToPool(InvocationExpressionSyntax call) => Array.Exists(Pools, pool => $"{call.Expression}" == $"{pool}.Shared.Return");

    private static bool IsFlushToDisk(InvocationExpressionSyntax call) => Name(call) == "Flush" && $"{call.ArgumentList}" == "(flushToDisk: true)";

    // Numbers such as 64 * 1024 and 256 << 10 that say how long an array of bytes is, where they stand alone.
    private static bool IsOfCapacity(LiteralExpressionSyntax literal)
    {
        SyntaxNode size = literal;
        while (size.Parent is BinaryExpressionSyntax { Left: LiteralExpressionSyntax, Right: LiteralExpressionSyntax } or ParenthesizedExpressionSyntax)
        {
            size = size.Parent;
        }

        return size is BinaryExpressionSyntax && size.Parent switch
        {
            ArrayRankSpecifierSyntax => true,
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => Array.Exists(Buffers, name => $"{call.Expression}".Contains(name, StringComparison.Ordinal)),
            ArgumentSyntax { Parent.Parent: ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "BufferedStream" } } } => true,
            _ => false,
        };
    }

    private static bool IsOfOtherSystem(SyntaxNode node) => !OperatingSystem.IsWindows() && node.Parent switch
    {
        ConditionalExpressionSyntax choice => node == choice.WhenTrue && IsOther(choice.Condition),
        IfStatementSyntax choice => node == choice.Statement && IsOther(choice.Condition),
        _ => false,
    };

    private static bool IsOther(ExpressionSyntax condition) => $"{condition}" is "OperatingSystem.IsWindows()" or "OperatingSystem.IsMacOS()";
}
