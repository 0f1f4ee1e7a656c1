using System.CommandLine;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 run</c>: runs a notebook headless and writes what it showed.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> Path = new("notebook")
    {
        Description = "A C# notebook (.ipynb, nbformat 4). Relative paths in its cells start at its folder.",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the notebook with its outputs to this file.",
        HelpName = "OUT.ipynb",
    };

    private static readonly Option<string?> Html = new("--html") { Description = "Write one self-contained page to this file.", HelpName = "OUT.html" };
    private static readonly Option<string[]> Parameters = new("--param")
    {
        Description = "Set a variable that the cell tagged 'parameters' declares. May be given several times.",
        HelpName = "NAME=VALUE",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<string?> WorkingDirectory = new("--cwd")
    {
        Description = "Run in this folder instead of the notebook's.",
        HelpName = "FOLDER",
    };

    private static readonly Option<int?> Timeout = new("--timeout") { Description = "Stop when one cell takes longer.", HelpName = "SECONDS" };
    private static readonly Option<bool> AllowErrors = new("--allow-errors")
    {
        Description = "Go on after a cell that fails; its error is part of what it shows.",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("run", "Run a C# notebook from top to bottom, without a notebook host.", """
            The first cell that fails ends the run: what was shown until then is written, its error too.
            So it is with Ctrl+C. A cell with the tag 'raises-exception' may fail.
            #r "nuget: …" of Up42.Interactive is this build; other packages are restored by the .NET SDK, as NuGet is set up here.
            Without -o and --html nothing is written, which makes a check of the notebook.

            Exit codes: 0 all cells ran, 1 a cell failed or the notebook cannot be run, 2 the command line is wrong, 130 interrupted.
            With --allow-errors, 0 although cells failed; they are named on standard error.

            Examples:
              up42 run analysis.ipynb -o analysis-done.ipynb
              up42 run analysis.ipynb --html analysis.html --param jobId=5f6c2b0e-7d0c-4c3e-9a51-000000000001
              up42 run nightly.ipynb --html report.html --cwd data --timeout 600 --allow-errors

            """)
        {
            Path, Output, Html, Parameters, WorkingDirectory, Timeout, AllowErrors,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken) =>
        new NotebookRun(
            arguments.GetRequiredValue(Path),
            arguments.GetRequiredValue(Parameters),
            FullPath(arguments.GetValue(Output)),
            FullPath(arguments.GetValue(Html)))
        {
            WorkingDirectory = arguments.GetValue(WorkingDirectory),
            CellTimeout = CellTimeout(arguments.GetValue(Timeout)),
            AllowErrors = arguments.GetValue(AllowErrors),
        }.RunAsync(new StepReporter(TimeProvider.System), cancellationToken);

    private static TimeSpan? CellTimeout(int? seconds) => seconds switch
    {
        null => null,
        > 0 and <= 86400 => TimeSpan.FromSeconds(seconds.Value),
        _ => throw new CommandException("--timeout: name the seconds one cell may take, more than 0 and at most a day's 86400."),
    };

    private static string? FullPath(string? path) => path is null ? null : OutputPath.Resolve(path);
}
