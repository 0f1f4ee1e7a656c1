using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Events;

namespace Up42.Interactive.Tests.Hosts;

/// <summary>A running cell of .NET Interactive, as its own types have it: keeps what is shown in it and what replaces that.</summary>
internal sealed class KernelCell : IObserver<KernelEvent>
{
    private readonly Lock _gate = new();
    private readonly List<(string Id, List<object> Values)> _shown = [];

    /// <summary>All that was shown, each with what replaced it, in order.</summary>
    public IReadOnlyList<Shown> Shown
    {
        get
        {
            lock (_gate)
            {
                return [.. _shown.Select(each => new Shown([.. each.Values]))];
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
                _shown.Add((produced.ValueId, [produced.Value]));
            }
            else if (value is DisplayedValueUpdated updated)
            {
                _shown.Single(each => each.Id == updated.ValueId).Values.Add(updated.Value);
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
