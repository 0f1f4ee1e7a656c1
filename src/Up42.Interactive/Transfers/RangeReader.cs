using BitFaster.Caching.Lru;

namespace Up42.Interactive;

/// <summary>
/// Reads parts of a file on a server. What was read is kept, in blocks, for as long as there is room; what lies close together is asked for in one
/// request, and a reader that goes on where it was gets more each time. Members may be called from several threads.
/// </summary>
internal sealed partial class RangeReader : IDisposable
{
    private const int BlockSize = 64 << 10;
    private const int KeptBlocks = (128 << 20) / BlockSize;
    private const int BlocksPerRequest = (4 << 20) / BlockSize;
    private const int MaxGap = 4;
    private const int MaxConcurrency = 6;
    private const long MaxLength = 1L << 50;

    // All files share the room: results that nobody looks at any more leave theirs to others.
    private static readonly ConcurrentLru<(RangeReader Reader, long Block), KeptBlock> Kept = new(KeptBlocks);

    private static readonly SemaphoreSlim Turns = new(MaxConcurrency);

    private readonly ApiConnection _connection;
    private readonly ITransferSource _source;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly CancellationToken _ended;
    private RemoteFileInfo _stored = new();
    private long _next;
    private int _ahead = 1;
    private long _received;
    private int _requests;

    private RangeReader(ApiConnection connection, ITransferSource source) =>
        (_connection, _source, _ended) = (connection, source, _end.Token);

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
        Kept.AddOrUpdate((reader, 0), new KeptBlock(Task.FromResult(beginning)));
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

    /// <summary>Ends requests, and those who wait for them: nothing is read any more. What was kept makes room.</summary>
    public void Dispose()
    {
        if (_ended.IsCancellationRequested)
        {
            return;
        }

        _end.Cancel();
        _end.Dispose();
        foreach (var key in Kept.Keys.Where(key => key.Reader == this))
        {
            Kept.TryRemove(key, out _);
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

    private bool IsMissing(long block) => !Kept.TryGet((this, block), out var kept) || kept.Content.IsFaulted || kept.Content.IsCanceled;

    private Task<byte[]> Block(long block, long lastWanted)
    {
        lock (_gate)
        {
            if (!IsMissing(block) && Kept.TryGet((this, block), out var kept))
            {
                return kept.Content;
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
            Kept.AddOrUpdate((this, first + i), new KeptBlock(promised[i].Task));
        }

        return promised;
    }

    private IEnumerable<Task<byte[]>> RequestRun(long first, long last)
    {
        var promised = Promise(first, last);
        _ = Task.Run(() => KeepAsync(first, promised));
        return promised.Select(block => block.Task);
    }

    // The cache disposes what it lets go, and a task that somebody waits for must not be.
    private readonly record struct KeptBlock(Task<byte[]> Content);
}
