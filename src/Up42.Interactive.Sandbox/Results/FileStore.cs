using System.Collections.Concurrent;
using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Files, made when they are first asked for and kept as long as the process lives.</summary>
internal static class FileStore
{
    private static readonly Lazy<string> Folder = new(CreateFolder, LazyThreadSafetyMode.PublicationOnly);
    private static readonly ConcurrentDictionary<string, Lazy<Task<StoredArchive>>> Files = new();

    public static Task<StoredArchive> GetAsync(AssetContent content) => GetAsync(content.Name, content.WriteAsync);

    /// <summary>The file of a name.</summary>
    /// <param name="name">The name of the file; the same content has the same name.</param>
    /// <param name="writeAsync">Makes it under a path.</param>
    public static async Task<StoredArchive> GetAsync(string name, Func<string, Task> writeAsync)
    {
        var made = Files.GetOrAdd(name, _ => new(() => Task.Run(() => MakeAsync(writeAsync, Path.Combine(Folder.Value, name)))));
        try
        {
            return await made.Value.ConfigureAwait(false);
        }
        catch
        {
            // A disk that was full may have room the next time.
            Files.TryRemove(KeyValuePair.Create(name, made));
            throw;
        }
    }

    /// <summary>Takes away the files whose names begin so; who reads one still can, and who asks again has it made again.</summary>
    public static void Remove(string prefix)
    {
        foreach (var (name, made) in Files.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            if (Files.TryRemove(KeyValuePair.Create(name, made)) && made.IsValueCreated)
            {
                File.Delete(Path.Combine(Folder.Value, name));
            }
        }
    }

    private static async Task<StoredArchive> MakeAsync(Func<string, Task> writeAsync, string path)
    {
        try
        {
            await writeAsync(path).ConfigureAwait(false);
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
