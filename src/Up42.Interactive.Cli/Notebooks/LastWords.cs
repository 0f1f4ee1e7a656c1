namespace Up42.Interactive.Cli;

/// <summary>
/// Has a run written that a cell ends with its process: by <c>Environment.Exit</c>, or by an exception that nobody can catch, as of an
/// <c>async void</c> method or a thread.
/// </summary>
internal sealed class LastWords : IDisposable
{
    private readonly Action<CellError> _write;
    private int _isSaid;

    /// <param name="write">Writes what was done and why it ends.</param>
    public LastWords(Action<CellError> write)
    {
        _write = write;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnUnhandled;
    }

    private void OnExit(object? sender, EventArgs arguments)
    {
        if (Say(CellErrors.ProcessEnd("the cell ended the process by Environment.Exit.")))
        {
            Environment.ExitCode = ExitCode.Failed;
        }
    }

    private void OnUnhandled(object? sender, UnhandledExceptionEventArgs arguments)
    {
        var error = CellErrors.From((Exception)arguments.ExceptionObject);
        Say(error with { Message = $"{error.Message} Nothing can catch it where it was thrown, as in an async void method or a thread: the run ends." });
        Environment.Exit(ExitCode.Failed);
    }

    private bool Say(CellError error)
    {
        if (Interlocked.Exchange(ref _isSaid, 1) == 1)
        {
            return false;
        }

        try
        {
            _write(error);
        }
        catch (Exception problem) when (UserErrors.Contains(problem))
        {
            Console.Error.WriteLine($"up42: {TerminalText.Clean(problem.Message)}");
        }

        return true;
    }
}
