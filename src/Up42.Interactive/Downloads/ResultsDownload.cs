namespace Up42.Interactive;

/// <summary>Brings the results archive of a job or a task to a folder, unpacked or as it is.</summary>
internal sealed class ResultsDownload(ApiConnection connection, ResultsSource source, string folder)
{
    private static readonly string[] Extensions = [".tgz", ".zip", ".tar"];
    private readonly SignedSource _archive = new(connection, source);

    /// <summary>A complete earlier download: the folder it was unpacked to, or the archive; null where there is none.</summary>
    public static string? FindEarlier(ResultsSource source, string folder) => DownloadManifest.IsComplete(folder, source.Of)
        ? folder
        : Extensions.Select(extension => Path.Combine(folder, source.FileStem + extension)).FirstOrDefault(File.Exists);

    /// <summary>
    /// Downloads the results. A complete earlier download stays as it is, unless it is to be overwritten; one that broke off is taken up where it ended. While another
    /// process downloads to the folder, this one waits.
    /// </summary>
    /// <param name="unpack">Unpack the archive, a tar while it arrives; else it is kept, and its name tells its kind.</param>
    /// <param name="overwrite">Replace what is there.</param>
    /// <param name="progress">Hears of arriving bytes.</param>
    /// <param name="cancellationToken">Ends it; nothing half-written stays under a final name.</param>
    /// <returns>The full path of the folder, or of the archive.</returns>
    /// <exception cref="Up42Exception">The archive can not be unpacked, or a file would be overwritten.</exception>
    public async Task<string> GetAsync(bool unpack, bool overwrite, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        if (FindEarlier(unpack, overwrite) is { } earlier)
        {
            return earlier;
        }

        try
        {
            Directory.CreateDirectory(folder);
            using var turn = await DownloadLock.TakeAsync(WorkFiles.Lock(folder), connection.Time, cancellationToken).ConfigureAwait(false);
            if (FindEarlier(unpack, overwrite) is { } others)
            {
                return others;
            }

            if (!overwrite)
            {
                RefuseFolderOfOthers();
            }

            using var part = new PartialFile(Path.Combine(folder, source.FileStem + ".part"));
            var download = new FileDownload(connection, _archive, progress);
            return unpack
                ? await UnpackAsync(download, part, overwrite, cancellationToken).ConfigureAwait(false)
                : await KeepAsync(download, part, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw DiskErrors.Describe(_archive.What, folder, error);
        }
    }

    private string? FindEarlier(bool unpack, bool overwrite) =>
        !overwrite && FindEarlier(source, folder) is { } earlier && unpack == (earlier == folder) ? earlier : null;

    private async Task<string> UnpackAsync(FileDownload download, PartialFile part, bool overwrite, CancellationToken cancellationToken)
    {
        var staging = WorkFiles.Unpacked(folder);
        try
        {
            // The directory of a zip comes last: it is unpacked when it is whole.
            var kind = default(ArchiveFormat);
            await download.ReceiveAsync(
                part,
                source.FileStem,
                token =>
                {
                    var archive = new ArchiveInput(_archive.What, () => part.OpenReader(token), () => part.Stored?.Length ?? part.Length);
                    if ((kind = archive.Kind()) != ArchiveFormat.Zip)
                    {
                        Archive.Unpack(archive, staging, connection.Options.UnpackLimits, token);
                    }
                },
                cancellationToken).ConfigureAwait(false);
            if (kind == ArchiveFormat.Zip)
            {
                part.Close();
                await Task.Run(() => Archive.Unpack(ArchiveInput.Of(part.Path, _archive.What), staging, connection.Options.UnpackLimits, cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            Put(staging, overwrite);
            part.Delete();
            return folder;
        }
        catch (ArchiveException)
        {
            part.Delete();
            throw;
        }
        finally
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }
        }
    }

    private async Task<string> KeepAsync(FileDownload download, PartialFile part, CancellationToken cancellationToken)
    {
        var kind = default(ArchiveFormat);
        await download.ReceiveAsync(
            part, source.FileStem, token => kind = new ArchiveInput(_archive.What, () => part.OpenReader(token), () => part.Length).Kind(), cancellationToken).ConfigureAwait(false);
        var path = Path.Combine(folder, source.FileStem + kind switch { ArchiveFormat.Zip => ".zip", ArchiveFormat.Tar => ".tar", _ => ".tgz" });
        part.MoveTo(path);
        return path;
    }

    private void Put(string staging, bool overwrite)
    {
        var files = Directory.EnumerateFiles(staging, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(staging, file))
            .Order(StringComparer.Ordinal).ToList();
        if (!overwrite && files.FirstOrDefault(IsTaken) is { } taken)
        {
            throw new Up42Exception($"'{Path.Combine(folder, taken)}' is there already: pass overwrite: true, or another outputDirectory.");
        }

        var folderTimes = Directory.EnumerateDirectories(staging, "*", SearchOption.AllDirectories)
            .ToDictionary(part => Path.Combine(folder, Path.GetRelativePath(staging, part)), Directory.GetLastWriteTimeUtc);
        RemoveEarlier();
        new DownloadManifest { Of = source.Of, Files = files.ToDictionary(Name, file => new FileInfo(Path.Combine(staging, file)).Length) }.Save(folder);
        foreach (var file in files)
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Move(Path.Combine(staging, file), target, overwrite: true);
        }

        foreach (var (target, time) in folderTimes.Where(part => Directory.Exists(part.Key)))
        {
            Directory.SetLastWriteTimeUtc(target, time);
        }
    }

    // A file that this download placed before its process died is not in its way.
    private bool IsTaken(string file) => new FileInfo(Path.Combine(folder, file)) is { Exists: true } there
        && !(DownloadManifest.Find(folder) is { } earlier && earlier.Of == source.Of && earlier.Files.GetValueOrDefault(Name(file), -1) == there.Length);

    private void RefuseFolderOfOthers()
    {
        if (DownloadManifest.Find(folder) is { } other && other.Of != source.Of && other.Files.Keys.Any(file => File.Exists(Path.Combine(folder, file))))
        {
            throw new Up42Exception($"{folder} holds the results of {other.Of}: pass another outputDirectory, or overwrite: true to replace them.");
        }
    }

    // What an earlier download brought goes, so that old and new rasters do not lie side by side.
    private void RemoveEarlier()
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var names = DownloadManifest.Find(folder)?.Files.Keys ?? [];
        foreach (var file in names.Select(name => Path.GetFullPath(Path.Combine(folder, name))).Where(file => file.StartsWith(root, StringComparison.Ordinal)))
        {
            File.Delete(file);
        }
    }

    private static string Name(string file) => file.Replace('\\', '/');
}
