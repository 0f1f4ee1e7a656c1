using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

/// <summary>One fault at one place of a file of the library.</summary>
internal sealed record Mutant(int Id, string Room, string File, SyntaxNode Node, string Text)
{
    public override string ToString() => $"{Id} {File}:{Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {Short(Node.ToString())} → {Short(Text)}";

    private static string Short(string text) => Regex.Replace(text, @"\s+", " ") is { Length: > 70 } line ? line[..70] + "…" : Regex.Replace(text, @"\s+", " ");
}

/// <summary>A class of tests, with the seconds it takes and the mutants it reaches.</summary>
internal sealed record TestClass(string Name, double Seconds, HashSet<int> Reached);

internal static class Number
{
    public static int Parse(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
