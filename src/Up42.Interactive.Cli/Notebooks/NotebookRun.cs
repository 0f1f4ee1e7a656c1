namespace Up42.Interactive.Cli;

/// <summary>One run of a notebook file, from reading it to writing what it showed.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Parameters"><c>name=value</c> each.</param>
/// <param name="Output">Where the notebook with its outputs goes, or null.</param>
/// <param name="Html">Where the page goes, or null.</param>
internal sealed record NotebookRun(string Path, IReadOnlyList<string> Parameters, string? Output, string? Html)
{
    /// <summary>Where relative paths of its cells start; null: the notebook's folder.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>How long one cell may take; null: as long as it likes.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Whether the cells after one that fails run too.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>Runs it. What was done is written also when a cell fails or the run is cancelled.</summary>
    /// <returns>The exit code; cells that failed are named on standard error.</returns>
    /// <exception cref="CommandException">It can't be run here.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<int> RunAsync(StepReporter steps, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        var session = new CSharpSession(folder);
        var notebook = Notebook.Read(Path);
        NotebookCheck.Check(notebook);
        NotebookParameters.Inject(notebook, Parameters);
        session.Packages = await PackageDirectives.RestoreAsync(notebook, steps, cancellationToken).ConfigureAwait(false);
        session.Packages.Load();
        SetWorkingDirectory(WorkingDirectory ?? folder);
        try
        {
            var runner = new CellRunner(notebook, steps)
            {
                CellTimeout = CellTimeout,
                AllowErrors = AllowErrors,
                BeforeCell = Output is null ? null : () => notebook.Save(Output),
            };
            var standardError = Console.Error;
            using var lastWords = new LastWords(error =>
            {
                var cell = runner.End(error);
                Save(notebook);
                standardError.WriteLine($"Cell {cell} failed: {error.Name}: {TerminalText.Clean(error.Message)}");
            });
            var failures = await runner.RunAsync(session, cancellationToken).ConfigureAwait(false);
            foreach (var (cell, error) in failures)
            {
                await Console.Error.WriteLineAsync($"Cell {cell} failed: {error.Name}: {error.Message}").ConfigureAwait(false);
            }

            return failures.Count == 0 || (AllowErrors && !failures[^1].Error.StillRuns) ? ExitCode.Ok : ExitCode.Failed;
        }
        finally
        {
            Write(notebook);
        }
    }

    private static void SetWorkingDirectory(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"There is no folder {folder}.");
        }

        Directory.SetCurrentDirectory(folder);
    }

    private void Write(Notebook notebook)
    {
        foreach (var path in Save(notebook))
        {
            Console.WriteLine(path);
        }
    }

    private IEnumerable<string> Save(Notebook notebook)
    {
        if (Output is not null)
        {
            notebook.Save(Output);
        }

        if (Html is not null)
        {
            HtmlFile.Save(Html, NotebookPage.Render(notebook));
        }

        return new[] { Output, Html }.OfType<string>();
    }
}
