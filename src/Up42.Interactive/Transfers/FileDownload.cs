using System.Runtime.ExceptionServices;

namespace Up42.Interactive;

/// <summary>The one way by which files come from a server to the disk: in parts, resumed, verified, and under their name only when whole.</summary>
internal sealed class FileDownload(ApiConnection connection, ITransferSource source, IProgress<TransferProgress>? progress)
{
    /// <summary>Downloads to a file, beside which a partial file grows until it is whole. No file of the user's is replaced.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Cancels it; what has arrived stays where it can be resumed.</param>
    /// <returns>The path: <paramref name="path"/>, or <c>NAME_2</c> and so on where another file has that name.</returns>
    public async Task<string> GetAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            var own = Path.Combine(Path.GetDirectoryName(path)!, AtomicFile.OwnPrefix + Path.GetFileName(path));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var heldLock = await DownloadLock.TakeAsync(own + ".lock", connection.Time, cancellationToken).ConfigureAwait(false);
            using var part = new PartialFile(own + ".part");
            await ReceiveAsync(part, Path.GetFileName(path), meanwhile: null, cancellationToken).ConfigureAwait(false);
            return part.MoveToFree(path);
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw DiskErrors.Describe(source.Operation, Path.GetDirectoryName(path)!, error, DiskAdvice.Download);
        }
    }

    /// <summary>Brings a file to its part and verifies it. What arrived damaged is fetched once more.</summary>
    /// <param name="part">Where to; what is there already is not fetched again.</param>
    /// <param name="name">What the file is called in progress.</param>
    /// <param name="meanwhile">Reads the part while it grows; it may be called again, when the file on the server turns out to be another one now.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="Up42Exception">The server refuses, no attempt brought a byte, the bytes are damaged, or the disk refuses them.</exception>
    public async Task ReceiveAsync(PartialFile part, string name, Action<CancellationToken>? meanwhile, CancellationToken cancellationToken)
    {
        var transfer = new PartTransfer(connection, source, part, new ProgressMeter(progress, name, connection.Time));
        for (var isFirst = true; await ReceiveOnceAsync(transfer, part, meanwhile, cancellationToken).ConfigureAwait(false) is { } mismatch; isFirst = false)
        {
            part.Clear();
            if (!isFirst)
            {
                throw new Up42Exception(
                    $"{source.Operation} arrived damaged twice: its {mismatch} checksum is not the one that the server tells. Try again later.");
            }
        }
    }

    /// <returns>The name of the checksum that does not hold; null where all is well.</returns>
    private async Task<string?> ReceiveOnceAsync(
        PartTransfer transfer, PartialFile part, Action<CancellationToken>? meanwhile, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var receiving = Task.Run(() => FeedAsync(transfer, part, stop.Token), CancellationToken.None);
        var verifying = FollowAsync(() => Verify(part, stop.Token));
        var reading = meanwhile is null ? Task.FromResult(true) : FollowAsync(() => Read(meanwhile, stop.Token));
        try
        {
            ArchiveException? damage = null;
            try
            {
                await reading.ConfigureAwait(false);
            }
            catch (ArchiveException error) when (error.IsDamaged)
            {
                // It was damaged on the way, or is so on the server: the checksums tell.
                damage = error;
            }

            await receiving.ConfigureAwait(false);
            var mismatch = await verifying.ConfigureAwait(false);
            return mismatch is null && damage is not null ? throw damage : mismatch;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(receiving, verifying, reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task FeedAsync(PartTransfer transfer, PartialFile part, CancellationToken cancellationToken)
    {
        try
        {
            await transfer.ReceiveAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            var shown = DiskErrors.IsDisk(error) ? DiskErrors.Describe(source.Operation, Path.GetDirectoryName(part.Path)!, error, DiskAdvice.Download) : error;
            part.Fail(shown);
            ExceptionDispatchInfo.Throw(shown);
        }
    }

    private static string? Verify(PartialFile part, CancellationToken cancellationToken)
    {
        using var bytes = part.OpenReader(cancellationToken);
        return ContentHash.FindMismatch(bytes, () => part.Stored);
    }

    private static bool Read(Action<CancellationToken> read, CancellationToken cancellationToken)
    {
        read(cancellationToken);
        return true;
    }

    private static Task<T> FollowAsync<T>(Func<T> read) => Task.Factory.StartNew(
        () =>
        {
            while (true)
            {
                try
                {
                    return read();
                }
                catch (PartRestartedException)
                {
                    // So does the reading.
                }
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);
}
