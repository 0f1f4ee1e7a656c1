namespace Up42.Interactive;

/// <summary>Brings the results archive of a job or a task to a folder, unpacked or as it is.</summary>
internal sealed class ResultsDownload(ApiConnection connection, ResultsSource source, string folder)
{
    private readonly SignedSource _archive = new(connection, source);
    private readonly ResultsPlacement _placement = new(folder, source.Of);

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
                _placement.RefuseFolderOfOthers();
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

            _placement.Put(staging, overwrite);
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

    // What a process left that died while it unpacked. Of a link only the link goes.
    private void RemoveUnfinished()
    {
        foreach (var unfinished in Directory.EnumerateDirectories(folder, WorkFiles.UnpackedPrefix + "*"))
        {
            Directory.Delete(unfinished, recursive: FileEntry.Find(unfinished) is { Kind: FileKind.Folder });
        }
    }
}
