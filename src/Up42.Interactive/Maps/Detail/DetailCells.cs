using BitFaster.Caching.Lru;

namespace Up42.Interactive;

/// <summary>The cells of a raster that were used last, each read once while it is kept.</summary>
/// <param name="raster">The raster's size.</param>
/// <param name="cell">A cell's size.</param>
/// <param name="load">Reads and paints a part.</param>
internal sealed class DetailCells(RasterSize raster, RasterSize cell, Func<RasterWindow, CancellationToken, TilePixels> load)
{
    /// <summary>The pixels of a cell at most.</summary>
    public const long MaxPixels = 16_000_000;

    private const int MinSide = 512;
    private const long KeptBytes = 40 << 20;
    private const int MinKept = 4;

    private readonly ConcurrentLru<(int Row, int Column), Lazy<DetailCell>> _kept =
        new((int)Math.Max(MinKept, KeptBytes / (4L * cell.Width * cell.Height)));

    /// <summary>The size of cells over whole blocks of a raster; null where blocks have too many pixels.</summary>
    /// <param name="raster">The raster's size.</param>
    /// <param name="block">The size of its blocks.</param>
    /// <param name="isSequential">Whether it can be decoded from its beginning alone, and so is one cell.</param>
    public static RasterSize? Measure(RasterSize raster, RasterSize block, bool isSequential)
    {
        var width = Math.Min(raster.Width, Multiple(block.Width, MinSide));
        var height = Math.Min(raster.Height, Multiple(block.Height, Math.Max(1, MinSide * MinSide / width)));
        var size = isSequential ? raster : new RasterSize(width, height);
        return (long)size.Width * size.Height <= MaxPixels ? size : null;

        static int Multiple(int block, int least) => (int)Math.Min(int.MaxValue, (least + (long)block - 1) / block * block);
    }

    /// <summary>The cell around a pixel.</summary>
    public DetailCell At(int column, int row, CancellationToken cancellationToken) => _kept.GetOrAdd(
        (row / cell.Height, column / cell.Width), key => new Lazy<DetailCell>(() => Load(key.Row, key.Column, cancellationToken))).Value;

    private DetailCell Load(int row, int column, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var (left, top) = (column * cell.Width, row * cell.Height);
        var window = new RasterWindow(left, top, Math.Min(cell.Width, raster.Width - left), Math.Min(cell.Height, raster.Height - top));
        var pixels = load(window, cancellationToken);
        return new DetailCell(window, pixels.IsEmpty ? null : pixels);
    }
}
