using System.Text.RegularExpressions;

namespace Up42.Interactive.Cli;

/// <summary>What can be refused before anything runs: other languages and magic commands.</summary>
internal static partial class NotebookCheck
{
    // Each cell of code is compiled and stays: about thirteen milliseconds and 150 kB.
    private const int MaxCodeCells = 4000;
    private const int MaxCells = 20_000;

    private static readonly string[] CSharp = ["c#", "csharp", "cs"];

    /// <summary>Looks through a notebook.</summary>
    /// <exception cref="CommandException">It can't be run here; the message names the cell and why.</exception>
    public static void Check(Notebook notebook)
    {
        var name = Path.GetFileName(notebook.Path);
        if (notebook.Language is { } language && !IsCSharp(language) && language != "polyglot-notebook")
        {
            throw new CommandException($"{name} is written in {language}; up42 run runs C# notebooks.");
        }

        var code = notebook.CodeToRun;
        if (notebook.Cells.Count > MaxCells || code.Count > MaxCodeCells)
        {
            throw new CommandException(code.Count > MaxCodeCells
                ? $"{name} has {NumberText.Format(code.Count)} cells of code; up to {NumberText.Format(MaxCodeCells)} are run. Split it."
                : $"{name} has {NumberText.Format(notebook.Cells.Count)} cells; up to {NumberText.Format(MaxCells)} are run. Split it.");
        }

        foreach (var (index, cell) in code.Index())
        {
            if (Refusal(cell) is { } reason)
            {
                throw new CommandException($"{name}, cell {index + 1}: {reason}.");
            }
        }
    }

    private static string? Refusal(NotebookCell cell) =>
        cell.Language is { } language && !IsCSharp(language) ? $"it is written in {language}; up42 run runs C# cells"
        : MagicCommand().Matches(cell.Source).Select(match => match.Groups[1].Value).FirstOrDefault(name => !IsCSharp(name)) is { } magic
            ? $"up42 run runs C# and knows no #!{magic}"
        : null;

    private static bool IsCSharp(string language) => CSharp.Contains(language.ToLowerInvariant());

    /// <summary>Lines such as <c>#!fsharp</c>.</summary>
    [GeneratedRegex(@"^[ \t]*#!(\S+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    public static partial Regex MagicCommand();
}
