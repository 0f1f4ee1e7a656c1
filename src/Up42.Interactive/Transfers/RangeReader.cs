using System.Net;
using System.Net.Http.Headers;
using BitFaster.Caching.Lru;

namespace Up42.Interactive;

/// <summary>
/// Reads parts of a file on a server. What was read is kept, in blocks, for as long as there is room; what lies close together is asked for in one
/// request, and a reader that goes on where it was gets more each time. Members may be called from several threads.
/// </summary>
internal sealed class RangeReader
{
    private const int BlockSize = 64 << 10;
    private const int KeptBlocks = (128 << 20) / BlockSize;
    private const int BlocksPerRequest = (4 << 20) / BlockSize;
    private const int MaxGap = 4;
    private const int MaxConcurrency = 6;
    private const long MaxLength = 1L << 50;

    // All files share the room: results that nobody looks at any more leave theirs to others.
    private static readonly ConcurrentLru<(RangeReader Reader, long Block), Task<byte[]>> Kept = new(KeptBlocks);

    private static readonly SemaphoreSlim Turns = new(MaxConcurrency);

    private readonly ApiConnection _connection;
    private readonly ITransferSource _source;
    private readonly Lock _gate = new();
    private RemoteFileInfo _stored = new();
    private long _next;
    private int _ahead = 1;
    private long _received;
    private int _requests;

    private RangeReader(ApiConnection connection, ITransferSource source) => (_connection, _source) = (connection, source);

    /// <summary>The length of the file in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>Bytes that have come so far.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Requests sent so far, those that were repeated too.</summary>
    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Looks at the beginning of a file.</summary>
    /// <exception cref="Up42Exception">The server refuses, or does not send parts of files.</exception>
    public static async Task<RangeReader> OpenAsync(ApiConnection connection, ITransferSource source, CancellationToken cancellationToken)
    {
        var reader = new RangeReader(connection, source);
        var beginning = await connection.TransferAsync(source.Operation, token => reader.BeginAsync(token), cancellationToken).ConfigureAwait(false);
        Kept.AddOrUpdate((reader, 0), Task.FromResult(beginning));
        reader._next = 1;
        return reader;
    }

    /// <summary>Says which ranges, each an offset and a length, are read next: they are asked for together.</summary>
    public void Plan(IReadOnlyList<(long Offset, long Length)> ranges)
    {
        var blocks = new SortedSet<long>(
            ranges.Where(range => range.Length > 0).SelectMany(range => Blocks(range.Offset, range.Length)).Take(KeptBlocks / 2));
        lock (_gate)
        {
            Request([.. blocks.Where(IsMissing)], MaxGap);
        }
    }

    /// <summary>Reads bytes, and waits for them.</summary>
    /// <exception cref="Up42Exception">They do not come, or the file has been replaced.</exception>
    public void Read(long offset, Span<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            var block = offset / BlockSize;
            var content = Block(block, (offset + bytes.Length - 1) / BlockSize).WaitAsync(cancellationToken).GetAwaiter().GetResult();
            var part = content.AsSpan((int)(offset - (block * BlockSize)));
            part = part[..Math.Min(part.Length, bytes.Length)];
            part.CopyTo(bytes);
            offset += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    private static IEnumerable<long> Blocks(long offset, long length)
    {
        for (var block = offset / BlockSize; block <= (offset + length - 1) / BlockSize; block++)
        {
            yield return block;
        }
    }

    private long Last => (Length - 1) / BlockSize;

    private bool IsMissing(long block) => !Kept.TryGet((this, block), out var task) || task.IsFaulted || task.IsCanceled;

    private Task<byte[]> Block(long block, long lastWanted)
    {
        lock (_gate)
        {
            if (!IsMissing(block) && Kept.TryGet((this, block), out var kept))
            {
                return kept;
            }

            _ahead = block == _next ? Math.Min(2 * _ahead, BlocksPerRequest) : 1;
            var end = Math.Min(Last, Math.Max(block + _ahead - 1, Math.Min(lastWanted, block + BlocksPerRequest - 1)));
            long[] run = [.. Blocks(block * BlockSize, (end - block + 1) * BlockSize).TakeWhile(IsMissing)];
            _next = run[^1] + 1;
            return Request(run, 0)[0];
        }
    }

    /// <summary>Asks for blocks, in order; those between two that lie close are asked for too.</summary>
    private List<Task<byte[]>> Request(long[] blocks, int gap)
    {
        var tasks = new List<Task<byte[]>>();
        for (var (start, i) = (0, 1); start < blocks.Length; i++)
        {
            if (i == blocks.Length || blocks[i] - blocks[i - 1] > gap + 1 || blocks[i] - blocks[start] >= BlocksPerRequest)
            {
                tasks.AddRange(RequestRun(blocks[start], blocks[i - 1]));
                start = i;
            }
        }

        return tasks;
    }

    private TaskCompletionSource<byte[]>[] Promise(long first, long last)
    {
        var promised = new TaskCompletionSource<byte[]>[last - first + 1];
        for (var i = 0; i < promised.Length; i++)
        {
            promised[i] = new(TaskCreationOptions.RunContinuationsAsynchronously);
            Kept.AddOrUpdate((this, first + i), promised[i].Task);
        }

        return promised;
    }

    private IEnumerable<Task<byte[]>> RequestRun(long first, long last)
    {
        var promised = Promise(first, last);
        _ = Task.Run(() => KeepAsync(first, promised));
        return promised.Select(block => block.Task);
    }

    private async Task KeepAsync(long first, TaskCompletionSource<byte[]>[] promised)
    {
        await Turns.WaitAsync().ConfigureAwait(false);
        try
        {
            await _connection.TransferAsync(_source.Operation, token => FetchAsync(first, promised, token), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            var reason = error is ObjectDisposedException ? new Up42Exception($"{_source.Operation} is not possible: the client was disposed.", error) : error;
            foreach (var block in promised.Where(block => block.TrySetException(reason)))
            {
                // Perhaps nobody waits for it, as for what was only read ahead.
                _ = block.Task.Exception;
            }
        }
        finally
        {
            Turns.Release();
        }
    }

    private async Task<bool> FetchAsync(long first, TaskCompletionSource<byte[]>[] promised, CancellationToken cancellationToken)
    {
        var arrived = Array.FindIndex(promised, block => !block.Task.IsCompleted);
        var from = (first + arrived) * BlockSize;
        using var response = await OpenAsync(from, Math.Min(Length, (first + promised.Length) * BlockSize) - 1, cancellationToken).ConfigureAwait(false);
        var stored = RemoteFileInfo.Parse(response);
        if (response.StatusCode != HttpStatusCode.PartialContent || !_stored.IsVersionOf(stored))
        {
            throw new Up42Exception($"{_source.Operation} cannot go on: the file has been replaced on the server. Open it again.");
        }

        if (response.Content.Headers.ContentRange?.From != from || StoredContent.IsRangeOfUnknown(response, _stored))
        {
            throw new TransientException($"{_source.Operation} failed: the server sent another range than requested.");
        }

        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            for (var i = arrived; i < promised.Length; i++)
            {
                var length = (int)Math.Min(BlockSize, Length - ((first + i) * BlockSize));
                promised[i].SetResult(await ReadAsync(body, length, cancellationToken).ConfigureAwait(false));
            }
        }

        return true;
    }

    private async Task<byte[]> BeginAsync(CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(0, BlockSize - 1, cancellationToken).ConfigureAwait(false);
        var stored = RemoteFileInfo.Parse(response);
        if (response.StatusCode != HttpStatusCode.PartialContent || StoredContent.IsRangeOfUnknown(response, null) || stored.Length is not > 0
            || response.Content.Headers.ContentRange is not { Unit: "bytes", From: 0 })
        {
            throw new Up42Exception($"{_source.Operation} is not possible: the server does not send parts of the file. Download it.");
        }

        if (stored.Length > MaxLength)
        {
            throw new Up42Exception($"{_source.Operation} is not possible: the server says that the file has {FileSize.Format(stored.Length.Value)}.");
        }

        (_stored, Length) = (stored, stored.Length.Value);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            return await ReadAsync(body, (int)Math.Min(BlockSize, Length), cancellationToken).ConfigureAwait(false);
        }
    }

    private Task<HttpResponseMessage> OpenAsync(long from, long to, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        return _source.OpenAsync(new RangeHeaderValue(from, to), _stored.Version, cancellationToken);
    }

    private async Task<byte[]> ReadAsync(Stream body, int length, CancellationToken cancellationToken)
    {
        var content = GC.AllocateUninitializedArray<byte>(length);
        var pace = new TransferPace(_connection, _source.Operation);
        for (var filled = 0; filled < length;)
        {
            var read = await pace.ReadAsync(body, content.AsMemory(filled), cancellationToken).ConfigureAwait(false);
            filled += read > 0 ? read : throw new TransientException($"{_source.Operation} broke off.");
            Interlocked.Add(ref _received, read);
        }

        return content;
    }
}
