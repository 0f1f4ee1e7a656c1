namespace Up42.Interactive;

/// <summary>Brings the results archive of a job or a task to a folder, unpacked or as it is.</summary>
internal sealed class ResultsDownload(ApiConnection connection, ResultsSource source, string folder)
{
    private readonly SignedSource _archive = new(connection, source);

    /// <summary>A complete earlier download: the folder it was unpacked to, or the archive; null where there is none.</summary>
    public static string? FindEarlier(ResultsSource source, string folder) => DownloadManifest.IsComplete(folder, source.Of)
        ? folder
        : ArchiveFormats.DefaultExtensions.Select(extension => Path.Combine(folder, source.FileStem + extension)).FirstOrDefault(File.Exists);

    /// <summary>
    /// Downloads the results. A complete earlier download stays as it is, unless it is to be overwritten; one that broke off is resumed where
    /// it ended. While another process downloads to the folder, this one waits.
    /// </summary>
    /// <param name="unpack">Unpack the archive, a tar while it arrives; else it is kept, and its name tells its kind.</param>
    /// <param name="overwrite">Replace what is there.</param>
    /// <param name="progress">Receives reports of arriving bytes.</param>
    /// <param name="cancellationToken">Cancels it; nothing half-written stays under a final name.</param>
    /// <returns>The full path of the folder, or of the archive.</returns>
    /// <exception cref="Up42Exception">The archive cannot be unpacked, or a file would be overwritten.</exception>
    public async Task<string> GetAsync(bool unpack, bool overwrite, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        if (FindEarlier(unpack, overwrite) is { } earlier)
        {
            return earlier;
        }

        try
        {
            Directory.CreateDirectory(folder);
            using var heldLock = await DownloadLock.TakeAsync(WorkFiles.Lock(folder), connection.Time, cancellationToken).ConfigureAwait(false);
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
            throw DiskErrors.Describe(_archive.Operation, folder, error, DiskAdvice.Download);
        }
    }

    private string? FindEarlier(bool unpack, bool overwrite) =>
        !overwrite && FindEarlier(source, folder) is { } earlier && unpack == (earlier == folder) ? earlier : null;

    private async Task<string> UnpackAsync(FileDownload download, PartialFile part, bool overwrite, CancellationToken cancellationToken)
    {
        RemoveUnfinished();
        var staging = WorkFiles.Unpacked(folder);
        try
        {
            // The directory of a zip comes last: it is unpacked when it is whole.
            var format = default(ArchiveFormat);
            await download.ReceiveAsync(
                part,
                source.FileStem,
                token =>
                {
                    var archive = new ArchiveInput(
                        _archive.Operation, () => part.OpenReader(token), () => part.Stored?.Length ?? part.Length, IsWhole: false);
                    if ((format = archive.DetectFormat()) != ArchiveFormat.Zip)
                    {
                        Archive.Unpack(archive, staging, connection.Options.UnpackLimits, token);
                    }
                },
                cancellationToken).ConfigureAwait(false);
            if (format == ArchiveFormat.Zip)
            {
                part.Close();
                var archive = ArchiveInput.FromFile(part.Path, _archive.Operation);
                var limits = connection.Options.UnpackLimits;
                await Task.Run(() => Archive.Unpack(archive, staging, limits, cancellationToken), cancellationToken).ConfigureAwait(false);
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
        var format = default(ArchiveFormat);
        await download.ReceiveAsync(
            part,
            source.FileStem,
            token => format = new ArchiveInput(_archive.Operation, () => part.OpenReader(token), () => part.Length).DetectFormat(),
            cancellationToken).ConfigureAwait(false);
        var path = Path.Combine(folder, source.FileStem + format.Extensions()[0]);
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
        files.ForEach(RefuseLinks);
        if (overwrite)
        {
            RemoveEarlier();
        }

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
    private bool IsTaken(string file) => FileEntry.Find(Path.Combine(folder, file)) is { } there
        && !(there.Kind == FileKind.File && DownloadManifest.Find(folder) is { } earlier && earlier.Of == source.Of
            && earlier.Files.GetValueOrDefault(Name(file), -1) == new FileInfo(Path.Combine(folder, file)).Length);

    private void RefuseLinks(string file)
    {
        if (LinkOnTheWay(file) is { } link)
        {
            throw new Up42Exception($"'{link}' is a link, through which results are not written: remove it, or pass another outputDirectory.");
        }
    }

    /// <summary>The first folder on the way to a file that is a link, and so may lead out of the folder; null where there is none.</summary>
    private string? LinkOnTheWay(string file)
    {
        var parts = Name(file).Split('/');
        return Enumerable.Range(1, parts.Length - 1).Select(count => Path.Combine([folder, .. parts.Take(count)]))
            .FirstOrDefault(parent => FileEntry.Find(parent) is { Kind: FileKind.Link });
    }

    // What a process left that died while it unpacked. Of a link only the link goes.
    private void RemoveUnfinished()
    {
        foreach (var unfinished in Directory.EnumerateDirectories(folder, WorkFiles.UnpackedPrefix + "*"))
        {
            Directory.Delete(unfinished, recursive: FileEntry.Find(unfinished) is { Kind: FileKind.Folder });
        }
    }

    private void RefuseFolderOfOthers()
    {
        if (DownloadManifest.Find(folder) is { } other && other.Of != source.Of && other.Files.Keys.Any(file => File.Exists(Path.Combine(folder, file))))
        {
            throw new Up42Exception($"{folder} holds the results of {other.Of}: pass another outputDirectory, or overwrite: true to replace them.");
        }
    }

    // What an earlier download brought goes, so that old and new rasters do not lie side by side. The list of it may be somebody else's:
    // only what the user asked to be replaced goes, and nothing outside the folder.
    private void RemoveEarlier()
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        var names = DownloadManifest.Find(folder)?.Files.Keys ?? [];
        foreach (var file in names.Select(name => Path.GetFullPath(Path.Combine(folder, name)))
            .Where(file => file.StartsWith(root, StringComparison.Ordinal) && LinkOnTheWay(Path.GetRelativePath(folder, file)) is null))
        {
            File.Delete(file);
        }
    }

    private static string Name(string file) => file.Replace('\\', '/');
}
