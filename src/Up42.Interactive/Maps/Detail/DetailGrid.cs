using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// The levels of an image's detail in EPSG:3857. Level 0 is as fine as the raster itself, each other half as fine as the one before; all are cut
/// into tiles from the picture's north-west corner.
/// </summary>
/// <param name="Left">The western edge.</param>
/// <param name="Top">The northern edge.</param>
/// <param name="PixelSize">The side of a pixel of level 0.</param>
/// <param name="Size">Columns and rows of level 0.</param>
/// <param name="Levels">How many levels are finer than the map's picture.</param>
internal sealed record DetailGrid(double Left, double Top, double PixelSize, RasterSize Size, int Levels)
{
    /// <summary>Pixels on a side of a tile.</summary>
    public const int TileSize = 512;

    /// <summary>What is coarser than the map's picture by less than this is not worth a level.</summary>
    private const double Finer = 0.9;

    /// <summary>The levels between a raster and the map's picture of it; null where that shows every pixel.</summary>
    /// <param name="bounds">The picture's box.</param>
    /// <param name="shown">The side of its pixels.</param>
    /// <param name="own">The side of the raster's pixels.</param>
    public static DetailGrid? Create(Envelope bounds, double shown, double own) => own >= Finer * shown ? null : new DetailGrid(
        bounds.MinX,
        bounds.MaxY,
        own,
        new RasterSize((int)Math.Ceiling(bounds.Width / own), (int)Math.Ceiling(bounds.Height / own)),
        Math.Max(1, (int)Math.Ceiling(Math.Log2(Finer * shown / own))));

    /// <summary>Tiles across and down a level.</summary>
    public RasterSize Tiles(int level) => new(Count(Size.Width, level), Count(Size.Height, level));

    /// <summary>Where a tile lies and how large it is.</summary>
    public WarpTarget Tile(DetailTileKey key) => Part(
        new RasterWindow(key.Column * TileSize, key.Row * TileSize, TileSize, TileSize), PixelSize * Math.Pow(2, key.Level));

    /// <summary>Where a part of level 0 lies.</summary>
    public WarpTarget Part(RasterWindow window) => Part(window, PixelSize);

    /// <summary>How many tiles of the next finer level a tile is made of.</summary>
    public int ChildrenOf(DetailTileKey key) => key.Children().Count(IsInside);

    /// <summary>The tiles of level 0, neighbours near each other, so that four that make one of the next level follow soon.</summary>
    public IEnumerable<DetailTileKey> Finest()
    {
        var levels = 0;
        while (Tiles(levels) is not (1, 1))
        {
            levels++;
        }

        return Within(new DetailTileKey(levels, 0, 0));
    }

    private IEnumerable<DetailTileKey> Within(DetailTileKey key) =>
        !IsInside(key) ? [] : key.Level == 0 ? [key] : key.Children().SelectMany(Within);

    private bool IsInside(DetailTileKey key) => Tiles(key.Level) is var tiles && key.Row < tiles.Height && key.Column < tiles.Width;

    private WarpTarget Part(RasterWindow window, double pixel)
    {
        var (left, top) = (Left + (window.Column * pixel), Top - (window.Row * pixel));
        return new WarpTarget(
            new Envelope(left, left + (window.Width * pixel), top - (window.Height * pixel), top), new RasterSize(window.Width, window.Height));
    }

    private static int Count(int pixels, int level) => (int)(((long)pixels + ((long)TileSize << level) - 1) / ((long)TileSize << level));
}
