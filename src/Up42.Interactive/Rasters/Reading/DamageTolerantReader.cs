using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Reads what can be read of a damaged raster: a part that fails is halved until what is left out is small. It counts what is lost. One
/// serves all threads of a read.
/// </summary>
/// <param name="isSequential">True for formats that are decoded from the top: behind the first damage there is nothing to read.</param>
internal sealed class DamageTolerantReader(bool isSequential)
{
    private const int Smallest = 16;

    private long _lost;
    private int _firstLostRow = int.MaxValue;
    private GdalException? _first;

    /// <summary>What failed first; null where nothing did.</summary>
    public GdalException? First => _first;

    /// <summary>Pixels of the picture that could not be read.</summary>
    public long Lost => _lost;

    /// <summary>Reads a part and, where that fails, its halves.</summary>
    /// <param name="part">The part.</param>
    /// <param name="read">Reads a part, or throws.</param>
    /// <param name="clear">Takes back what reading a part left.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public void Read(ReadBlock part, Action<ReadBlock> read, Action<ReadBlock> clear, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (part.Row >= _firstLostRow || !IsRead(part, read, clear))
        {
            var halves = part.Row >= _firstLostRow ? [] : Halves(part);
            if (halves.Length == 0)
            {
                _firstLostRow = isSequential ? Math.Min(_firstLostRow, part.Row) : int.MaxValue;
                Interlocked.Add(ref _lost, (long)part.Width * part.Height);
            }

            foreach (var half in halves)
            {
                Read(half, read, clear, cancellationToken);
            }
        }
    }

    private bool IsRead(ReadBlock part, Action<ReadBlock> read, Action<ReadBlock> clear)
    {
        try
        {
            read(part);
            return true;
        }
        catch (GdalException exception)
        {
            Interlocked.CompareExchange(ref _first, exception, null);
            clear(part);
            return false;
        }
    }

    private ReadBlock[] Halves(ReadBlock part) => (isSequential, part) switch
    {
        (true, { Height: > 1 }) => Stacked(part),
        (true, _) => [],
        (_, { Width: <= Smallest, Height: <= Smallest }) => [],
        _ when part.Height >= part.Width => Stacked(part),
        _ => [part with { Width = part.Width / 2 }, part with { Column = part.Column + (part.Width / 2), Width = part.Width - (part.Width / 2) }],
    };

    private static ReadBlock[] Stacked(ReadBlock part) =>
        [part with { Height = part.Height / 2 }, part with { Row = part.Row + (part.Height / 2), Height = part.Height - (part.Height / 2) }];
}
