namespace Up42.Interactive;

/// <summary>Brings a signed address to a file. The file has its name only when all of it has arrived.</summary>
internal sealed class FileTransfer(ApiConnection connection)
{
    private const int BufferSize = 1 << 17;

    /// <summary>Downloads to a file that replaces what lay there. A transfer that breaks is begun again with a new address.</summary>
    /// <param name="what">The thing in words, for messages, for example <c>The results of job 7b…</c>; never the address.</param>
    /// <param name="address">Asks the server for a signed address.</param>
    /// <param name="path">The file.</param>
    /// <param name="name">What the file is called in progress.</param>
    /// <param name="progress">Hears of arriving bytes.</param>
    /// <param name="cancellationToken">Ends it; nothing stays behind.</param>
    public async Task DownloadAsync(
        string what,
        Func<CancellationToken, Task<Uri>> address,
        string path,
        string name,
        IProgress<DownloadProgress>? progress,
        CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        try
        {
            await connection.TransferAsync(
                what,
                async token =>
                {
                    await ReceiveAsync(what, await address(token).ConfigureAwait(false), part, name, progress, token)
                        .ConfigureAwait(false);
                    return true;
                },
                cancellationToken).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task ReceiveAsync(
        string what, Uri address, string part, string name, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        using var response = await connection.OpenSignedAsync(what, address, cancellationToken).ConfigureAwait(false);
        var total = response.Content.Headers.ContentLength;
        var meter = new ProgressMeter(progress, name, total, connection.Time);
        var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            var received = await CopyAsync(what, response, file, meter, cancellationToken).ConfigureAwait(false);
            if (total is { } expected && received != expected)
            {
                throw new TransientFault($"{what} broke off after {received} of {expected} bytes.");
            }

            if (received == 0)
            {
                throw new TransientFault($"{what} came empty.");
            }

            file.Flush(flushToDisk: true);
        }
    }

    private async Task<long> CopyAsync(
        string what, HttpResponseMessage response, FileStream file, ProgressMeter meter, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        var received = 0L;
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            while (await connection.ReadBytesAsync(what, body, buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                received += read;
                meter.Report(received);
            }
        }

        return received;
    }
}
