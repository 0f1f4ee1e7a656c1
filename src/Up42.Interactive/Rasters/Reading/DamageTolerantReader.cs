using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Reads what can be read of a damaged raster: a block that fails is halved until what is left out is small, or in one block of the file, which
/// would be decoded again for each half. It counts what is lost. One serves all threads of a read.
/// </summary>
/// <param name="isSequential">True for formats that are decoded from the top: behind the first damage there is nothing to read.</param>
/// <param name="patience">Of a raster whose first so many blocks all fail, the others are not tried.</param>
internal sealed class DamageTolerantReader(bool isSequential, int patience)
{
    private const int Smallest = 16;

    private long _lost;
    private int _failures;
    private bool _isAnyRead;
    private int _firstLostRow = int.MaxValue;
    private GdalException? _first;

    /// <summary>What failed first; null where nothing did.</summary>
    public GdalException? First => _first;

    /// <summary>Pixels of the picture that could not be read.</summary>
    public long Lost => _lost;

    /// <summary>Reads a block and, where that fails, its halves.</summary>
    /// <param name="block">The block.</param>
    /// <param name="read">Reads a block, or throws.</param>
    /// <param name="clear">Takes back what reading a block left.</param>
    /// <param name="isInOne">Whether a block lies in one block of the file.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public void Read(
        ReadBlock block, Action<ReadBlock> read, Action<ReadBlock> clear, Predicate<ReadBlock> isInOne, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isGivenUp = block.Row >= _firstLostRow || (!_isAnyRead && _failures >= patience);
        if (isGivenUp || !IsRead(block, read, clear))
        {
            var halves = isGivenUp ? [] : Halves(block, isInOne);
            if (halves.Length == 0)
            {
                _firstLostRow = isSequential ? Math.Min(_firstLostRow, block.Row) : int.MaxValue;
                Interlocked.Add(ref _lost, (long)block.Width * block.Height);
            }

            foreach (var half in halves)
            {
                Read(half, read, clear, isInOne, cancellationToken);
            }
        }
    }

    private bool IsRead(ReadBlock block, Action<ReadBlock> read, Action<ReadBlock> clear)
    {
        try
        {
            read(block);
            _isAnyRead = true;
            return true;
        }
        catch (GdalException exception)
        {
            Interlocked.Increment(ref _failures);
            Interlocked.CompareExchange(ref _first, exception, null);
            clear(block);
            return false;
        }
    }

    private ReadBlock[] Halves(ReadBlock block, Predicate<ReadBlock> isInOne) => (isSequential, block) switch
    {
        (true, { Height: > 1 }) => Stacked(block),
        (true, _) => [],
        (_, { Width: <= Smallest, Height: <= Smallest }) => [],
        _ when isInOne(block) => [],
        _ when block.Height >= block.Width => Stacked(block),
        _ => [block with { Width = block.Width / 2 }, block with { Column = block.Column + (block.Width / 2), Width = block.Width - (block.Width / 2) }],
    };

    private static ReadBlock[] Stacked(ReadBlock block) =>
        [block with { Height = block.Height / 2 }, block with { Row = block.Row + (block.Height / 2), Height = block.Height - (block.Height / 2) }];
}
