namespace Up42.Interactive.Tests.Hosts;

/// <summary>The calling test as a cell of a connected host: keeps what is shown in it and what replaces that. Other tests run beside.</summary>
internal sealed class LiveCell
{
    private static readonly AsyncLocal<LiveCell?> Running = new();

    private readonly Lock _gate = new();
    private readonly List<List<object>> _shown = [];

    static LiveCell() => NotebookHost.Connect(new Host());

    /// <summary>All that was shown, each with what replaced it, in order.</summary>
    public IReadOnlyList<Shown> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown.Select(values => new Shown([.. values]))];
            }
        }
    }

    /// <summary>The calling test runs as a cell from now on.</summary>
    public static LiveCell Begin() => Running.Value = new LiveCell();

    private void Add(List<object> values, IDisplay display)
    {
        lock (_gate)
        {
            values.Add(display);
        }
    }

    private sealed class Host : INotebookHost
    {
        public Action<IDisplay>? Show(IDisplay display)
        {
            if (Running.Value is not { } cell)
            {
                return null;
            }

            var values = new List<object> { display };
            lock (cell._gate)
            {
                cell._shown.Add(values);
            }

            return next => cell.Add(values, next);
        }
    }
}
