using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Up42.Interactive.Tests.Hosts;

/// <summary>A running cell of .NET Interactive, as its own types have it: keeps what is shown in it.</summary>
internal sealed class KernelCell : IObserver<KernelEvent>
{
    private readonly Lock _gate = new();
    private readonly List<Shown> _shown = [];

    /// <summary>All that was shown, in order.</summary>
    public IReadOnlyList<Shown> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown];
            }
        }
    }

    /// <summary>The calling test runs as a cell from now on.</summary>
    public static KernelCell Begin()
    {
        var cell = new KernelCell();
        _ = KernelInvocationContext.GetOrCreateAmbientContext(new SubmitCode(""), null).KernelEvents.Subscribe(cell);
        return cell;
    }

    public void OnNext(KernelEvent value)
    {
        lock (_gate)
        {
            if (value is DisplayedValueProduced produced)
            {
                _shown.Add(new Shown([produced.Value]));
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
