namespace Up42.Interactive;

/// <summary>A tile in the making from those of the next finer level.</summary>
/// <param name="children">How many of these there are.</param>
internal sealed class ParentTile(int children)
{
    private const int Half = DetailGrid.TileSize / 2;

    private readonly Lock _lock = new();
    private int _missing = children;

    /// <summary>The pixels so far; null where all are transparent.</summary>
    public TilePixels? Pixels { get; private set; }

    /// <summary>Adds a child at half its size.</summary>
    /// <param name="child">Which it is.</param>
    /// <param name="halved">Its pixels; null where all are transparent.</param>
    /// <returns>Whether it was the last.</returns>
    public bool Add(DetailTileKey child, TilePixels? halved)
    {
        lock (_lock)
        {
            if (halved is not null)
            {
                Pixels ??= new TilePixels(
                    new RasterSize(DetailGrid.TileSize, DetailGrid.TileSize), new byte[4 * DetailGrid.TileSize * DetailGrid.TileSize], null);
                Pixels = halved.Bands is null ? Pixels : Pixels.WithBands();
                halved.CopyTo(Pixels, child.Column % 2 * Half, child.Row % 2 * Half);
            }

            return --_missing == 0;
        }
    }
}
