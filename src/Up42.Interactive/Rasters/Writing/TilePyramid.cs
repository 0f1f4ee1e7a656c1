using System.Buffers;

namespace Up42.Interactive;

/// <summary>
/// The tiles of a band and of its overviews, collected from parts of any size in any order. Each tile is handed on when it is whole, and half
/// its size goes into the tile above. Members may be called from several threads.
/// </summary>
internal sealed class TilePyramid
{
    // Tiles that are not whole yet lie side by side over the whole width: 256 MB of them at most.
    private const int LargestTile = 512;
    private const int SmallestTile = 16;
    private const long OpenPixels = 1 << 25;

    private readonly Dictionary<(int Level, int Index), Tile> _open = [];
    private readonly Action<int, int, ReadOnlySpan<float>> _use;
    private readonly bool _isCategorical;
    private readonly float _none;

    /// <summary>Nothing yet.</summary>
    /// <param name="size">The size of the band.</param>
    /// <param name="isCategorical">Whether an overview takes one pixel of four, instead of the mean of those that have a value.</param>
    /// <param name="none">What stands for a missing value, and beyond the edges.</param>
    /// <param name="use">Is called with a level (0: the band itself), a tile's number, row by row, and its values, on the thread that completed it.</param>
    public TilePyramid(RasterSize size, bool isCategorical, float none, Action<int, int, ReadOnlySpan<float>> use)
    {
        (_isCategorical, _none, _use) = (isCategorical, none, use);
        TileSize = LargestTile;
        while (TileSize > SmallestTile && size.Width * (long)TileSize > OpenPixels)
        {
            TileSize /= 2;
        }

        Levels = [.. Halves(size, TileSize)];
    }

    /// <summary>Columns and rows of a tile.</summary>
    public int TileSize { get; }

    /// <summary>The sizes of the band and its overviews, down to one that fits into a tile.</summary>
    public IReadOnlyList<RasterSize> Levels { get; }

    /// <summary>How many tiles a level has, across and down.</summary>
    public RasterSize Tiles(int level) => new(Count(Levels[level].Width), Count(Levels[level].Height));

    /// <summary>Adds a part of the band; NaN where a value is missing.</summary>
    public void Add(RasterWindow window, ReadOnlySpan<double> values)
    {
        var single = ArrayPool<float>.Shared.Rent(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            single[i] = double.IsNaN(values[i]) ? _none : (float)values[i];
        }

        Add(0, window, single);
        ArrayPool<float>.Shared.Return(single);
    }

    private void Add(int level, RasterWindow window, float[] values)
    {
        for (var row = window.Row / TileSize; row * TileSize < window.Row + window.Height; row++)
        {
            for (var column = window.Column / TileSize; column * TileSize < window.Column + window.Width; column++)
            {
                var index = (row * Tiles(level).Width) + column;
                var frame = Frame(level, column, row);
                var part = frame.Common(window)!.Value;
                var tile = Open(level, index, frame);
                for (var line = part.Row; line < part.Row + part.Height; line++)
                {
                    values.AsSpan(((line - window.Row) * window.Width) + part.Column - window.Column, part.Width)
                        .CopyTo(tile.Values.AsSpan(((line - frame.Row) * TileSize) + part.Column - frame.Column));
                }

                if (Interlocked.Add(ref tile.Missing, -part.Width * part.Height) == 0)
                {
                    Close(level, index, frame, tile);
                }
            }
        }
    }

    private Tile Open(int level, int index, RasterWindow frame)
    {
        lock (_open)
        {
            if (!_open.TryGetValue((level, index), out var tile))
            {
                tile = new Tile(ArrayPool<float>.Shared.Rent(TileSize * TileSize), frame.Width * frame.Height);
                if (tile.Missing < TileSize * TileSize)
                {
                    tile.Values.AsSpan().Fill(_none);
                }

                _open.Add((level, index), tile);
            }

            return tile;
        }
    }

    private void Close(int level, int index, RasterWindow frame, Tile tile)
    {
        lock (_open)
        {
            _open.Remove((level, index));
        }

        _use(level, index, tile.Values.AsSpan(0, TileSize * TileSize));
        if (level + 1 < Levels.Count)
        {
            var half = new RasterWindow(frame.Column / 2, frame.Row / 2, (frame.Width + 1) / 2, (frame.Height + 1) / 2);
            var values = ArrayPool<float>.Shared.Rent(half.Width * half.Height);
            TileReduction.Halve(tile.Values, TileSize, frame, _isCategorical, values);
            Add(level + 1, half, values);
            ArrayPool<float>.Shared.Return(values);
        }

        ArrayPool<float>.Shared.Return(tile.Values);
    }

    private RasterWindow Frame(int level, int column, int row) => new(
        column * TileSize, row * TileSize,
        Math.Min(TileSize, Levels[level].Width - (column * TileSize)), Math.Min(TileSize, Levels[level].Height - (row * TileSize)));

    private int Count(int length) => (length + TileSize - 1) / TileSize;

    private static IEnumerable<RasterSize> Halves(RasterSize size, int smallest)
    {
        yield return size;
        while (Math.Max(size.Width, size.Height) > smallest)
        {
            size = new RasterSize((size.Width + 1) / 2, (size.Height + 1) / 2);
            yield return size;
        }
    }

    private sealed class Tile(float[] values, int missing)
    {
        public readonly float[] Values = values;
        public int Missing = missing;
    }
}
