using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Up42.Interactive.Cli;

/// <summary>Words for what goes wrong in a cell.</summary>
internal static partial class CellErrors
{
    private const int MaxCharacters = 100_000;
    private const int MaxLineCharacters = 10_000;
    private const int MaxDiagnostics = 100;

    /// <summary>The error of code that does not compile: each message with the line it is about.</summary>
    public static CellError From(IReadOnlyList<Diagnostic> diagnostics)
    {
        var traceback = new List<string>();
        foreach (var diagnostic in diagnostics.Take(MaxDiagnostics))
        {
            var start = diagnostic.Location.GetLineSpan().StartLinePosition;
            traceback.Add(Describe(diagnostic));
            if (diagnostic.Location.SourceTree?.GetText().Lines[start.Line].ToString() is { } line)
            {
                traceback.AddRange(Point(line, start.Character));
            }
        }

        if (diagnostics.Count > MaxDiagnostics)
        {
            traceback.Add($"… and {NumberText.Format(diagnostics.Count - MaxDiagnostics)} more errors.");
        }

        return new CellError("Compilation error", Describe(diagnostics[0]), traceback);
    }

    /// <summary>
    /// The error of code that throws: what it says, the frames from where it was thrown up to the cell, without those of this library, and the
    /// cell's line with a caret.
    /// </summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="name">What stack traces call the cell.</param>
    /// <param name="code">The cell's code.</param>
    public static CellError From(Exception exception, string name, string code)
    {
        var lines = Read(() => ExceptionText.Format(exception)).ReplaceLineEndings("\n").Split('\n').Where(IsTelling).Select(NameCell);
        return new CellError(exception.GetType().Name, Read(() => ExceptionText.Message(exception)), [.. lines, .. Place(exception, name, code)]);
    }

    /// <summary>The error of a cell's value that cannot be shown: what it says and from where it was thrown.</summary>
    public static CellError From(Exception exception) => From(exception, "", "");

    /// <summary>The error of code that would exhaust the compiler's stack.</summary>
    public static CellError TooDeep() => new("Compilation error", CodeNesting.Refusal, [CodeNesting.Refusal]);

    /// <summary>The error of a cell that did not end in time.</summary>
    public static CellError Timeout(TimeSpan limit)
    {
        var message = $"The cell had not ended after {DisplayText.Seconds(limit)}, the time that --timeout gives it.";
        return new CellError("Timeout", message, [message], StillRuns: true);
    }

    /// <summary>The error of a cell with which the process ends.</summary>
    /// <param name="reason">What happened, from its subject on.</param>
    public static CellError ProcessEnd(string reason)
    {
        var message = $"{char.ToUpperInvariant(reason[0])}{reason[1..]} No cell ran after it.";
        return new CellError("ProcessEnd", message, [message], StillRuns: true);
    }

    /// <summary>An error or warning of the compiler in a line, as .NET Interactive writes it: <c>(1,15): warning CS0168: …</c></summary>
    public static string Describe(Diagnostic diagnostic)
    {
        var start = diagnostic.Location.GetLineSpan().StartLinePosition;
        var place = diagnostic.Location == Location.None ? "" : string.Create(CultureInfo.InvariantCulture, $"({start.Line + 1},{start.Character + 1}): ");
        return $"{place}{diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}";
    }

    // Exceptions name what failed: signed addresses, too. Those of a cell's own types may fail at it, or never end.
    private static string Read(Func<string> text)
    {
        try
        {
            return SafeText.Clean(text(), MaxCharacters);
        }
#pragma warning disable CA1031 // The text of an exception is code of the notebook.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return $"It has no text: reading that failed with {error.GetType().Name}.";
        }
    }

    // Code may hold what no output shall, and a line of it megabytes.
    private static string[] Point(string line, int column) =>
        line.Length > MaxLineCharacters ? [] : [$"    {SafeText.Clean(line)}", $"    {new string(' ', column)}^"];

    private static string[] Place(Exception exception, string name, string code)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames().LastOrDefault(frame => Path.GetFileName(frame.GetFileName()) == name);
        var lines = code.ReplaceLineEndings("\n").Split('\n');
        return frame?.GetFileLineNumber() is { } line && line > 0 && line <= lines.Length
            ? Point(lines[line - 1], Math.Max(frame.GetFileColumnNumber() - 1, 0))
            : [];
    }

    private static bool IsTelling(string line) =>
        !line.StartsWith("   at Up42.Interactive.", StringComparison.Ordinal)
        && !line.Contains("at Microsoft.CodeAnalysis.Scripting.", StringComparison.Ordinal)
        && !line.Contains("--- End of stack trace from previous location", StringComparison.Ordinal);

    // "at Submission#3.<<Initialize>>d__0.MoveNext() in /folder/cell 3:line 2" is the cell itself.
    private static string NameCell(string line) => Cell().Replace(Frame().Replace(line, "   at $1, line $2"), " in $1, line $2");

    [GeneratedRegex(@"^\s*at Submission#\d+\.<<Initialize>>\S+ in .*?(cell \d+):line (\d+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Frame();

    [GeneratedRegex(@" in .*?(cell \d+):line (\d+)$", RegexOptions.NonBacktracking)]
    private static partial Regex Cell();
}
