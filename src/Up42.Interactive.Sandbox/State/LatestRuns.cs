using System.Collections.Concurrent;

namespace Up42.Interactive.Sandbox;

/// <summary>Which of what was run is kept: the latest. The oldest goes when one more comes.</summary>
/// <param name="remove">Takes away what has an id.</param>
internal sealed class LatestRuns(Action<string> remove)
{
    /// <summary>How many are kept.</summary>
    public const int Max = 1000;

    private readonly ConcurrentQueue<string> _ids = new();

    public void Add(string id)
    {
        _ids.Enqueue(id);
        while (_ids.Count > Max && _ids.TryDequeue(out var oldest))
        {
            remove(oldest);
        }
    }
}
