using System.CommandLine;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 run</c>: runs a notebook headless and writes what it showed.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Path = new("notebook") { Description = "A C# notebook (.ipynb, nbformat 4). Relative paths in its cells start at its folder." };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "Write the notebook with its outputs to this file.", HelpName = "OUT.ipynb" };
    private static readonly Option<string?> Html = new("--html") { Description = "Write one self-contained page to this file.", HelpName = "OUT.html" };
    private static readonly Option<string[]> Parameters = new("--param")
    {
        Description = "Set a variable that the cell tagged 'parameters' declares. May be given several times.",
        HelpName = "NAME=VALUE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("run", "Run a C# notebook from top to bottom, without a notebook host.", """
            The first cell that fails ends the run: what was shown until then is written, its error too.
            Without -o and --html nothing is written, which makes a check of the notebook.

            Exit codes: 0 all cells ran, 1 a cell failed or the notebook can't be run, 2 the command line is wrong, 130 interrupted.

            Examples:
              up42 run analysis.ipynb -o analysis-done.ipynb
              up42 run analysis.ipynb --html analysis.html --param jobId=5f6c2b0e-7d0c-4c3e-9a51-000000000001

            """)
        {
            Path, Output, Html, Parameters,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        new NotebookRun(
            arguments.GetRequiredValue(Path),
            arguments.GetRequiredValue(Parameters),
            FullPath(arguments.GetValue(Output)),
            FullPath(arguments.GetValue(Html))).RunAsync(new StepReporter(TimeProvider.System), cancellationToken);

    private static string? FullPath(string? path) => path is null ? null : OutputPath.Of(path);
}
