using System.Collections.Concurrent;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Archives and quicklooks, made when they are first asked for and kept as long as the process lives.</summary>
internal static class ArchiveStore
{
    private static readonly Lazy<string> Folder = new(CreateFolder, LazyThreadSafetyMode.PublicationOnly);
    private static readonly ConcurrentDictionary<string, Lazy<Task<StoredArchive>>> Archives = new();
    private static readonly ConcurrentDictionary<string, Lazy<Task<byte[]>>> Quicklooks = new();

    public static async Task<StoredArchive> GetArchiveAsync(IJobContent content)
    {
        var made = Archives.GetOrAdd(content.Name, name => new(() => Task.Run(() => MakeAsync(content, Path.Combine(Folder.Value, name + ".tgz")))));
        try
        {
            return await made.Value.ConfigureAwait(false);
        }
        catch
        {
            // A disk that was full may have room the next time.
            Archives.TryRemove(KeyValuePair.Create(content.Name, made));
            throw;
        }
    }

    public static Task<byte[]> GetQuicklookAsync(IJobContent content) =>
        Quicklooks.GetOrAdd(content.Name, _ => new(() => Task.Run(content.Quicklook))).Value;

    private static async Task<StoredArchive> MakeAsync(IJobContent content, string path)
    {
        try
        {
            content.WriteArchive(path, CancellationToken.None);
        }
        catch (GdalException error) when (!error.IsLibraryMissing)
        {
            throw SceneArchive.NotWritten(path, error);
        }

        return await StoredArchive.MeasureAsync(path).ConfigureAwait(false);
    }

    private static string CreateFolder()
    {
        var folder = Directory.CreateTempSubdirectory("up42-sandbox-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
