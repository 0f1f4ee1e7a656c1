namespace Up42.Interactive.Cli;

/// <summary>One run of a notebook file, from reading it to writing what it showed.</summary>
/// <param name="Path">The notebook.</param>
/// <param name="Parameters"><c>name=value</c> each.</param>
/// <param name="Output">Where the notebook with its outputs goes, or null.</param>
/// <param name="Html">Where the page goes, or null.</param>
internal sealed record NotebookRun(string Path, IReadOnlyList<string> Parameters, string? Output, string? Html)
{
    /// <summary>Runs it in the notebook's folder. What was done is written also when a cell fails or the run is cancelled.</summary>
    /// <returns>The exit code; the cell that failed is named on standard error.</returns>
    /// <exception cref="CommandException">It can't be run here.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<int> RunAsync(StepReporter steps, CancellationToken cancellationToken)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path))!;
        var session = new CSharpSession(folder);
        var notebook = Notebook.Read(Path);
        NotebookCheck.Check(notebook);
        NotebookParameters.Inject(notebook, Parameters);
        Directory.SetCurrentDirectory(folder);
        try
        {
            var failure = await new NotebookRunner(notebook, steps).RunAsync(session, cancellationToken).ConfigureAwait(false);
            if (failure is var (cell, error))
            {
                await Console.Error.WriteLineAsync($"Cell {cell} failed: {error.Name}: {error.Message}").ConfigureAwait(false);
            }

            return failure is null ? ExitCode.Ok : ExitCode.Failed;
        }
        finally
        {
            Write(notebook);
        }
    }

    private void Write(Notebook notebook)
    {
        if (Output is not null)
        {
            notebook.Save(Output);
            Console.WriteLine(Output);
        }

        if (Html is not null)
        {
            HtmlFile.Save(Html, NotebookPage.Render(notebook));
            Console.WriteLine(Html);
        }
    }
}
