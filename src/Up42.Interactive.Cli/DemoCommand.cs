using System.CommandLine;

namespace Up42.Interactive.Cli;

/// <summary><c>up42 demo</c>: the quickstart notebook, run against a sandbox of its own, and a report of its job.</summary>
internal static class DemoCommand
{
    private const string Name = "01-quickstart";
    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "Write the pages into this folder.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => "up42-demo",
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var command = new DocumentedCommand("demo", "See what it does: run the quickstart against a sandbox and write its pages.", """
            It needs no account and no network.

            Exit codes: 0 written, 1 it could not be made, 2 the command line is wrong, 130 interrupted.

            Example:
              up42 demo -o up42-demo

            """)
        {
            Output,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(arguments.GetRequiredValue(Output));
        var (notebook, page, report) = (Path.Combine(folder, $"{Name}.ipynb"), Path.Combine(folder, $"{Name}.html"), Path.Combine(folder, "report.html"));
        await CopyNotebookAsync(notebook, cancellationToken).ConfigureAwait(false);

        var steps = new StepReporter(TimeProvider.System);
        var sandbox = await SandboxServer.StartAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        await using (sandbox.ConfigureAwait(false))
        {
            Environment.SetEnvironmentVariable("UP42_ENDPOINT", sandbox.Endpoint.ToString());
            Environment.SetEnvironmentVariable("UP42_PROJECT_ID", sandbox.Credentials.ProjectId);
            Environment.SetEnvironmentVariable("UP42_PROJECT_API_KEY", sandbox.Credentials.ProjectApiKey);
            var code = await new NotebookRun(notebook, [$"endpoint={sandbox.Endpoint}"], notebook, page).RunAsync(steps, cancellationToken)
                .ConfigureAwait(false);
            return code == ExitCode.Ok
                ? await ReportCommand.WriteAsync(sandbox.Jobs[0].Id, null, report, steps, cancellationToken).ConfigureAwait(false)
                : code;
        }
    }

    private static async Task CopyNotebookAsync(string path, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var source = typeof(DemoCommand).Assembly.GetManifestResourceStream($"{Name}.ipynb")!;
        var target = File.Create(path);
        await using (target.ConfigureAwait(false))
        {
            await source.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }
    }
}
