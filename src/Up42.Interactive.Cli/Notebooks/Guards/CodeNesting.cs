using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Up42.Interactive.Cli;

/// <summary>
/// Tells C# that nests so deep that the compiler, which calls itself for each level, exhausts the stack: nobody can catch that. Everything
/// that Roslyn parses goes through here first.
/// </summary>
internal static class CodeNesting
{
    /// <summary>What is said of such a cell.</summary>
    public const string Refusal = "This code nests too deep, or has an expression too long, to be compiled.";

    private const int MaxTexts = 20_000;
    private const int StackBytes = 128 << 20;

    private static readonly Limits Most = Limits.Default;
    private static readonly string[] Interpolations = ["$\"", "$@\""];

    // Documentation is not parsed here: that is what this guards.
    private static readonly CSharpParseOptions Options = new(documentationMode: DocumentationMode.None, kind: SourceCodeKind.Script);

    /// <summary>Whether it goes beyond <see cref="Limits.CodeNesting"/>, <see cref="Limits.CodeRun"/> or <see cref="Limits.CodeDocumentation"/>.</summary>
    public static bool IsTooDeep(string code)
    {
        if (Interpolations.Sum(start => code.AsSpan().Count(start)) > MaxTexts)
        {
            return true;
        }

        // The lexer itself calls itself for the texts in an interpolated text.
        var isTooDeep = false;
        var thread = new Thread(() => isTooDeep = AreTokensTooDeep(code), StackBytes);
        thread.Start();
        thread.Join();
        return isTooDeep;
    }

    private static bool AreTokensTooDeep(string code)
    {
        var (run, angles, elses, documentation) = (0, 0, 0, 0);
        var outer = new Stack<int>();
        foreach (var token in SyntaxFactory.ParseTokens(code, options: Options))
        {
            documentation += token.HasLeadingTrivia ? token.LeadingTrivia.Sum(Documentation) : 0;
            switch (token.Kind())
            {
                case SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken:
                    outer.Push(run + 1);
                    run = 0;
                    break;
                case SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken:
                    run = outer.TryPop(out var before) ? before : 0;
                    break;
                case SyntaxKind.CloseBraceToken:
                    outer.TryPop(out _);
                    (run, angles) = (0, 0);
                    break;
                case SyntaxKind.SemicolonToken:
                    (run, angles) = (0, 0);
                    break;
                case SyntaxKind.CommaToken:
                    run = 0;
                    break;
                case SyntaxKind.AmpersandAmpersandToken or SyntaxKind.BarBarToken or SyntaxKind.EqualsGreaterThanToken:
                    (run, angles) = (run + 1, 0);
                    break;
                case SyntaxKind.ElseKeyword:
                    (run, elses) = (run + 1, elses + 1);
                    break;
                case SyntaxKind.LessThanToken:
                    (run, angles) = (run + 1, angles + 1);
                    break;
                case SyntaxKind.GreaterThanToken:
                    (run, angles) = (run + 1, Math.Max(0, angles - 1));
                    break;
                default:
                    run++;
                    break;
            }

            if (outer.Count > Most.CodeNesting || angles > Most.CodeNesting || Math.Max(run, elses) > Most.CodeRun
                || documentation > Most.CodeDocumentation || (token.Text is ['$', ..] or ['@', '$', ..] && IsTextTooDeep(token.Text)))
            {
                return true;
            }
        }

        return false;
    }

    // What stands in the holes of an interpolated text are no tokens yet, and may be such texts again.
    private static bool IsTextTooDeep(string text) =>
        BracketDepth.IsDeeper(text, "([{<", ")]}>", Most.CodeNesting) || Interpolations.Sum(start => text.AsSpan().Count(start)) > Most.InterpolatedTexts;

    private static int Documentation(SyntaxTrivia trivia) =>
        trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia && trivia.ToString() is ['/', '/' or '*', '/' or '*', ..] text
            ? text.Count(letter => letter == '<')
            : 0;
}
