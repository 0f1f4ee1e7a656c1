using System.Net;
using System.Net.Http.Headers;

namespace Up42.Interactive;

/// <summary>
/// Brings the bytes of a file on a server to a <see cref="PartialFile"/>, from where it stands to the end, as often as it takes. Where the
/// server can, it is asked for parts of <see cref="PartSize"/>, the next one while one arrives, so that a process that dies has no more than
/// two of them on the way.
/// </summary>
internal sealed class PartTransfer(ApiConnection connection, ITransferSource source, PartialFile part, ProgressMeter meter)
{
    /// <summary>Bytes of one request.</summary>
    public const int PartSize = 4 << 20;

    private const int BufferSize = 256 << 10;
    private const int MuchProgress = 1 << 20;
    private bool _isFetchedWhole;
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);

    /// <summary>Receives what is missing. Attempts count only as long as none of them brings the download on.</summary>
    /// <exception cref="Up42Exception">The server refuses, or nothing came however often it was tried.</exception>
    public async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        while (!part.IsWhole)
        {
            await connection.TransferAsync(source.Operation, AttemptAsync, cancellationToken).ConfigureAwait(false);
        }

        part.Complete();
    }

    private async Task<bool> AttemptAsync(CancellationToken cancellationToken)
    {
        var before = part.Length;
        try
        {
            await ReceivePartsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (TransientException) when (part is { Stored.ETag: not null } && part.Length - before >= MuchProgress)
        {
            // It goes on from here.
        }

        return true;
    }

    private async Task ReceivePartsAsync(CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var next = OpenAsync(part.Stored?.ETag is null ? 0 : part.Length, stop.Token);
        try
        {
            while (next is not null)
            {
                using var response = await next.ConfigureAwait(false);
                next = null;
                if (StoredContent.IsRangeOfUnknown(response, part.Stored))
                {
                    (_isFetchedWhole, next) = (true, source.OpenAsync(null, null, stop.Token));
                    continue;
                }

                await StoredContent.DecodeAsync(response, cancellationToken).ConfigureAwait(false);
                var end = Begin(response);
                if (end < part.Stored!.Length && response.StatusCode == HttpStatusCode.PartialContent)
                {
                    next = OpenAsync(end.Value, stop.Token);
                }

                await CopyAsync(response, end, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await DropAsync(next).ConfigureAwait(false);
        }
    }

    private Task<HttpResponseMessage> OpenAsync(long from, CancellationToken cancellationToken) =>
        _isFetchedWhole
            ? source.OpenAsync(null, null, cancellationToken)
            : source.OpenAsync(new RangeHeaderValue(from, from + PartSize - 1), part.Stored?.Version, cancellationToken);

    /// <summary>Where the bytes of a response end in the whole file; null where nobody knows.</summary>
    private long? Begin(HttpResponseMessage response)
    {
        var stored = RemoteFileInfo.Parse(response);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            part.Begin(stored);
            return stored.Length;
        }

        var range = response.Content.Headers.ContentRange;
        if (part.Stored?.ETag is null && range is { From: 0, HasLength: true })
        {
            part.Begin(stored);
        }

        if (part.Stored is { } begun && begun.IsVersionOf(stored) && range?.From == part.Length)
        {
            return range.To + 1;
        }

        part.Clear();
        throw new TransientException($"{source.Operation} failed: the server sent another range than requested.");
    }

    private async Task CopyAsync(HttpResponseMessage response, long? end, CancellationToken cancellationToken)
    {
        meter.Begin(part.Length, part.Stored!.Length);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            await CopyAsync(body, cancellationToken).ConfigureAwait(false);
        }

        if (part.Length == 0)
        {
            throw new TransientException($"{source.Operation} came empty.");
        }

        if (end is { } expected && part.Length != expected)
        {
            throw new TransientException($"{source.Operation} broke off after {part.Length} of {part.Stored.Length} bytes.");
        }

        if (end is null)
        {
            part.Complete();
        }
    }

    // Bytes go on to the disk when the buffer is full, and else as soon as no more are there.
    private async Task CopyAsync(Stream body, CancellationToken cancellationToken)
    {
        var (kept, filled, read) = (0, 0, 0);
        var pace = new TransferPace(connection, source.Operation);
        do
        {
            var reading = pace.ReadAsync(body, _buffer.AsMemory(filled), cancellationToken);
            if (!reading.IsCompletedSuccessfully)
            {
                Keep();
            }

            read = await reading.ConfigureAwait(false);
            filled += read;
            if (read == 0 || filled == _buffer.Length)
            {
                Keep();
                (kept, filled) = (0, 0);
            }
        }
        while (read > 0);

        void Keep()
        {
            if (kept < filled)
            {
                part.Append(_buffer.AsSpan(kept..filled));
                meter.Report(part.Length);
                kept = filled;
            }
        }
    }

    private static async Task DropAsync(Task<HttpResponseMessage>? response)
    {
        if (response is not null)
        {
            await ((Task)response).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (response.IsCompletedSuccessfully)
            {
                response.Result.Dispose();
            }
        }
    }
}
