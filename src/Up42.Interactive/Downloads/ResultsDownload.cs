using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Brings the results archive of a job or a task to a folder, unpacked or as it is.</summary>
internal sealed class ResultsDownload(ApiConnection connection)
{
    private static readonly string[] Extensions = [".tgz", ".zip", ".tar"];

    /// <summary>A complete earlier download: the folder it was unpacked to, or the archive; null where there is none.</summary>
    public static string? FindEarlier(ResultsSource source, string folder) => DownloadManifest.IsComplete(folder, source.Of)
        ? folder
        : Extensions.Select(extension => Path.Combine(folder, source.FileStem + extension)).FirstOrDefault(File.Exists);

    /// <summary>Downloads the results. A complete earlier download stays as it is, unless it is to be overwritten.</summary>
    /// <param name="source">What to download.</param>
    /// <param name="folder">Where to; what else lies there stays.</param>
    /// <param name="unpack">Unpack the archive; else it is kept, and its name tells its kind.</param>
    /// <param name="overwrite">Replace what is there.</param>
    /// <param name="progress">Hears of arriving bytes.</param>
    /// <param name="cancellationToken">Ends it; nothing half-written stays.</param>
    /// <returns>The full path of the folder, or of the archive.</returns>
    /// <exception cref="Up42Exception">The archive can not be unpacked, or a file would be overwritten.</exception>
    public async Task<string> GetAsync(
        ResultsSource source, string folder, bool unpack, bool overwrite, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (!overwrite && FindEarlier(source, folder) is { } earlier && unpack == (earlier == folder))
        {
            return earlier;
        }

        var archive = Path.Combine(folder, $"{source.FileStem}.download");
        try
        {
            await new FileTransfer(connection)
                .DownloadAsync($"The download of {source.Of}", token => AddressAsync(source, token), archive, source.FileStem, progress, cancellationToken)
                .ConfigureAwait(false);
            return unpack
                ? await UnpackAsync(source, archive, folder, overwrite, cancellationToken).ConfigureAwait(false)
                : Keep(source, archive, folder);
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static async Task<string> UnpackAsync(ResultsSource source, string archive, string folder, bool overwrite, CancellationToken cancellationToken)
    {
        var staging = Path.Combine(folder, $"{source.FileStem}.unpacked");
        try
        {
            DeleteFolder(staging);
            await Task.Run(() => Archive.Unpack(archive, staging, cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
            Put(source.Of, staging, folder, overwrite);
            return folder;
        }
        finally
        {
            DeleteFolder(staging);
        }
    }

    private static string Keep(ResultsSource source, string archive, string folder)
    {
        var path = Path.Combine(folder, source.FileStem + ExtensionOf(archive, source));
        File.Move(archive, path, overwrite: true);
        return path;
    }

    private async Task<Uri> AddressAsync(ResultsSource source, CancellationToken cancellationToken)
    {
        var data = await connection.GetDataAsync(source.Path, cancellationToken).ConfigureAwait(false);
        return data.ValueKind == JsonValueKind.Object && data.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String
            && Uri.TryCreate(url.GetString(), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : throw new Up42Exception($"GET /{source.Path} was answered without an address to download from.");
    }

    private static void Put(string of, string staging, string folder, bool overwrite)
    {
        var files = Directory.EnumerateFiles(staging, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(staging, file))
            .Order(StringComparer.Ordinal).ToList();
        if (!overwrite && files.FirstOrDefault(file => File.Exists(Path.Combine(folder, file))) is { } taken)
        {
            throw new Up42Exception($"'{Path.Combine(folder, taken)}' is there already: pass overwrite: true, or another outputDirectory.");
        }

        RemoveEarlier(folder);
        var lengths = new Dictionary<string, long>();
        foreach (var file in files)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(staging, file), target, overwrite: true);
            lengths[file.Replace('\\', '/')] = new FileInfo(target).Length;
        }

        new DownloadManifest { Of = of, Files = lengths }.Save(folder);
    }

    // What an earlier download brought goes, so that old and new rasters do not lie side by side.
    private static void RemoveEarlier(string folder)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var earlier = DownloadManifest.Find(folder);
        File.Delete(Path.Combine(folder, DownloadManifest.FileName));
        foreach (var file in earlier?.Files.Keys.Select(name => Path.GetFullPath(Path.Combine(folder, name))) ?? [])
        {
            if (file.StartsWith(root, StringComparison.Ordinal))
            {
                File.Delete(file);
            }
        }
    }

    private static string ExtensionOf(string archive, ResultsSource source)
    {
        using var stream = File.OpenRead(archive);
        return ArchiveKinds.Of(stream) switch
        {
            ArchiveKind.Zip => ".zip",
            ArchiveKind.Tar => ".tar",
            ArchiveKind.GzippedTar => ".tgz",
            _ => throw new Up42Exception($"The download of {source.Of} is {ArchiveKinds.Describe(stream)}, no archive."),
        };
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
