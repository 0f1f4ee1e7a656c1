using System.Text.Json.Nodes;

namespace Up42.Interactive.Cli;

/// <summary>Runs a notebook from top to bottom in this process.</summary>
/// <param name="notebook">The notebook; its outputs are replaced.</param>
/// <param name="progress">Told of each cell that ends.</param>
internal sealed class CellRunner(Notebook notebook, StepReporter progress)
{
    // The tag by which Jupyter's tools know a cell that is meant to fail.
    private const string MeantToFail = "raises-exception";

    // Of a large notebook a write may take longer than a cell: writes get a second, and then a fifth of the time.
    private static readonly TimeSpan FreeWriting = TimeSpan.FromSeconds(1);
    private const int WritingShare = 5;

    private readonly List<(NotebookCell Cell, int Count, CellOutputs Outputs)> _done = [];
    private readonly IReadOnlyList<NotebookCell> _codeToRun = notebook.CodeToRun;
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly OutputRoom _room = new();
    private TimeSpan _writing;
    private CellOutputs? _current;

    /// <summary>How long one cell may take; null: as long as it likes.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>Whether the cells after one that fails run too.</summary>
    public bool AllowErrors { get; init; }

    /// <summary>
    /// Called before each cell, as far as time allows, when the notebook holds what was shown until then and, in that cell, that the process ended.
    /// </summary>
    public Action? BeforeCell { get; init; }

    /// <summary>Puts what was shown until now into the notebook, and why the process ends into the cell that runs.</summary>
    /// <returns>That cell's number; null where none runs yet.</returns>
    public int? End(CellError error)
    {
        Store();
        if (_done is not [.., var (cell, count, outputs)])
        {
            return null;
        }

        var shown = outputs.ToJson();
        shown.Add(CellOutputs.ToJson(error));
        cell.SetOutputs(count, shown);
        outputs.MarkChanged();
        return count;
    }

    /// <summary>Runs the cells until one fails that is not allowed to, or until one cannot be stopped in time.</summary>
    /// <returns>The numbers (from 1) and errors of the cells that failed; without those that are tagged as meant to fail.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; what was done until then is in the notebook.</exception>
    public async Task<IReadOnlyList<(int Cell, CellError Error)>> RunAsync(CSharpSession session, CancellationToken cancellationToken)
    {
        foreach (var cell in notebook.Cells.Where(cell => cell.IsCode))
        {
            cell.SetOutputs(null, []);
        }

        var failures = new List<(int Cell, CellError Error)>();
        var (output, error) = (Console.Out, Console.Error);
        Console.SetOut(new CellConsole("stdout", () => CellDisplays.Own ?? _current));
        Console.SetError(new CellConsole("stderr", () => CellDisplays.Own ?? _current));
        try
        {
            foreach (var cell in _codeToRun)
            {
                if (await RunCellAsync(session, cell, cancellationToken).ConfigureAwait(false) is not { } failure)
                {
                    continue;
                }

                var isMeant = cell.Tags.Contains(MeantToFail) && !failure.StillRuns;
                if (!isMeant)
                {
                    failures.Add((_done.Count, failure));
                }

                if (failure.StillRuns || !(isMeant || AllowErrors))
                {
                    break;
                }
            }

            return failures;
        }
        finally
        {
            _current = null;
            Console.SetOut(output);
            Console.SetError(error);
            Store();
        }
    }

    private void Store()
    {
        foreach (var (cell, count, outputs) in _done.Where(done => done.Outputs.TakeChanged()))
        {
            cell.SetOutputs(count, outputs.ToJson());
        }
    }

    private async Task<CellError?> RunCellAsync(CSharpSession session, NotebookCell cell, CancellationToken cancellationToken)
    {
        var (outputs, count) = (_current = new CellOutputs(_room), _done.Count + 1);
        _done.Add((cell, count, outputs));
        WriteBefore();

        var code = NotebookCheck.MagicCommand().Replace(cell.Source, match => $"//{match.Value}");
        var result = await progress.StepAsync(
            $"[{count}/{_codeToRun.Count}] {FirstLine(cell.Source)}",
            _ => WithinTimeAsync(RunAndShowAsync(session, code, outputs, count, cancellationToken))).ConfigureAwait(false);
        if (result.Error is not null)
        {
            outputs.Fail(result.Error);
        }

        return result.Error;
    }

    // To show a value is to run its code too: a property may take for ever.
    private static async Task<CellResult> RunAndShowAsync(
        CSharpSession session, string code, CellOutputs outputs, int count, CancellationToken cancellationToken)
    {
        var result = await session.RunAsync(code, $"cell {count}", outputs, cancellationToken).ConfigureAwait(false);
        var error = result is { Error: null, HasValue: true }
            ? await Task.Run(() => Show(result.Value, outputs, count), cancellationToken).WaitAsync(cancellationToken).ConfigureAwait(false)
            : null;
        return error is null ? result : CellResult.Failed(error);
    }

    private void WriteBefore()
    {
        if (BeforeCell is null || (_writing > FreeWriting && WritingShare * _writing > TimeProvider.System.GetElapsedTime(_start)))
        {
            return;
        }

        // Nothing can be written any more when a cell exhausts the stack.
        var start = TimeProvider.System.GetTimestamp();
        var which = _writing > FreeWriting ? "this cell, or one of the next," : "this cell";
        End(CellErrors.ProcessEnd($"the process ended while {which} ran, as it does when code calls itself without end."));
        BeforeCell();
        _writing += TimeProvider.System.GetElapsedTime(start);
    }

    private async Task<CellResult> WithinTimeAsync(Task<CellResult> cell)
    {
        if (CellTimeout is not { } limit)
        {
            return await cell.ConfigureAwait(false);
        }

        try
        {
            return await cell.WaitAsync(limit).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return CellResult.Failed(CellErrors.Timeout(limit));
        }
    }

    private static CellError? Show(object? value, CellOutputs outputs, int count)
    {
        try
        {
            outputs.Return(count, ValueFormatter.Format(value));
            return null;
        }
#pragma warning disable CA1031 // A formatter runs the notebook's own code: its error is the cell's.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return CellErrors.From(error);
        }
    }

    private static string FirstLine(string source) =>
        source.Split('\n').Select(line => line.Trim()).First(line => line.Length > 0) is var line && line.Length > 60 ? $"{line[..59]}…" : line;
}
