using System.Collections.Concurrent;

namespace Up42.Interactive.Sandbox;

/// <summary>Archives and quicklooks of jobs, made when they are first asked for and kept as long as the process lives.</summary>
internal static class ArchiveStore
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Quicklooks = new();

    public static Task<StoredArchive> GetArchiveAsync(IJobContent content) =>
        FileStore.GetAsync(content.Name + ".tgz", path => Task.Run(() => content.WriteArchive(path, CancellationToken.None)));

    public static Task<byte[]> GetQuicklookAsync(IJobContent content) =>
        Quicklooks.GetOrAdd(content.Name, _ => new(() => Task.Run(content.Quicklook))).Value;
}
