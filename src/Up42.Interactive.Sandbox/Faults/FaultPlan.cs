using System.Collections.Concurrent;

namespace Up42.Interactive.Sandbox;

/// <summary>Decides which request goes wrong, and keeps the book of requests.</summary>
internal sealed class FaultPlan(SandboxOptions options)
{
    private const int MaxRequests = 100_000;

    private readonly SandboxFaults _faults = options.Faults;
    private readonly Random _chance = new(options.Faults.Seed);
    private readonly Dictionary<SandboxFault, int> _counts = [];
    private readonly ConcurrentQueue<SandboxRequest> _requests = new();

    public IReadOnlyList<SandboxRequest> Requests => [.. _requests];

    public void Note(SandboxRequest request)
    {
        _requests.Enqueue(request);
        while (_requests.Count > MaxRequests && _requests.TryDequeue(out _))
        {
        }
    }

    /// <summary>How often a fault has happened.</summary>
    public int Count(SandboxFault fault)
    {
        lock (_counts)
        {
            return _counts.GetValueOrDefault(fault);
        }
    }

    /// <summary>The fault for the next request, or null.</summary>
    /// <param name="fits">Whether a fault makes sense for it.</param>
    public SandboxFault? Next(Func<SandboxFault, bool> fits)
    {
        lock (_counts)
        {
            if (_chance.NextDouble() >= _faults.Rate)
            {
                return null;
            }

            var possible = _faults.Kinds.Where(fits).OrderBy(kind => _counts.GetValueOrDefault(kind)).ToList();
            if (possible.Count == 0)
            {
                return null;
            }

            _counts[possible[0]] = _counts.GetValueOrDefault(possible[0]) + 1;
            return possible[0];
        }
    }
}
