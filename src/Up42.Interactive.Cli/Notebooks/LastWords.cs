namespace Up42.Interactive.Cli;

/// <summary>
/// Has a run written that a cell ends with its process: by <c>Environment.Exit</c>, or by an exception that nobody can catch, as of an
/// <c>async void</c> method or a thread. What cells left for the end of the process may fail there, or take no end: neither changes how the run ended.
/// </summary>
internal sealed class LastWords : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Action<CellError> _write;
    private int _isSaid;
    private volatile bool _isExiting;

    /// <param name="write">Writes what was done and why it ends.</param>
    public LastWords(Action<CellError> write)
    {
        _write = write;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnUnhandled;
    }

    /// <summary>The run is over: all is written. The end of the process is still watched.</summary>
    public void Dispose() => Interlocked.Exchange(ref _isSaid, 1);

    private void OnExit(object? sender, EventArgs arguments)
    {
        if (Say(CellErrors.ProcessEnd("the cell ended the process by Environment.Exit.")))
        {
            Environment.ExitCode = ExitCode.Failed;
        }

        _isExiting = true;
        new Thread(() =>
        {
            Thread.Sleep(Patience);
            ProcessExit.Now(Environment.ExitCode);
        })
        { IsBackground = true }.Start();
    }

    private void OnUnhandled(object? sender, UnhandledExceptionEventArgs arguments)
    {
        var error = CellErrors.From((Exception)arguments.ExceptionObject);
        var isSaid = Say(
            error with { Message = $"{error.Message} Nothing can catch it where it was thrown, as in an async void method or a thread: the run ends." });
        if (!isSaid)
        {
            Console.Error.WriteLine($"up42: code of a cell failed after the run: {error.Name}: {TerminalText.Clean(error.Message)}");
        }

        ProcessExit.Now(_isExiting ? Environment.ExitCode : ExitCode.Failed);
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
