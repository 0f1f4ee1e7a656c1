using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Warping for web maps.</summary>
public sealed partial class RgbaImage
{
    /// <summary>
    /// The picture in EPSG:3857, the coordinates of web maps, north up. What lies outside the picture is transparent, and opacity weighs in where
    /// pixels are mixed, so that edges do not darken. A picture that is there already is returned as it is.
    /// </summary>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    /// <param name="cancellationToken">Cancels the warp.</param>
    /// <returns>The picture; across the antimeridian its <see cref="Bounds"/> go on beyond 20,037,508 m.</returns>
    /// <exception cref="Up42Exception">The picture has no place on Earth.</exception>
    public RgbaImage WarpToWebMercator(int maxSize = 1024, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        if (BoundsWgs84 is not { } wgs84)
        {
            throw new Up42Exception("The raster names no coordinate reference system that has a place on Earth, so it cannot be put on a map.");
        }

        var bounds = WebMercator.FromWgs84(wgs84);
        if (IsWebMercator(bounds) && Math.Max(Width, Height) <= maxSize)
        {
            return this;
        }

        try
        {
            return Warp(bounds, maxSize, (x, y) => PixelLocator.Locate(x, y, RasterCrs.WebMercator, Crs!, Place!, Bounds!), cancellationToken);
        }
        catch (GdalException exception)
        {
            throw new Up42Exception($"The picture could not be warped to EPSG:3857. {exception.Message}", exception);
        }
    }

    /// <summary>The picture pinned to four corners in EPSG:3857, north up, whatever place it names itself; transparent outside them.</summary>
    /// <param name="corners">The corners, clockwise from the picture's upper left.</param>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    /// <param name="cancellationToken">Cancels the warp.</param>
    internal RgbaImage WarpToCorners(CornerPinTransform corners, int maxSize, CancellationToken cancellationToken)
    {
        var bounds = new Envelope();
        foreach (var (x, y) in corners.Corners)
        {
            bounds.ExpandToInclude(x, y);
        }

        return Warp(bounds, maxSize, (x, y) => PixelLocator.Locate(x, y, corners, new RasterSize(Width, Height)), cancellationToken);
    }

    /// <summary>Whether the picture is on a web map where it says: one all round the Earth may begin elsewhere.</summary>
    private bool IsWebMercator(Envelope bounds) => Crs?.Epsg == RasterCrs.WebMercator.Epsg
        && Place?.Geotransform is { IsNorthUp: true } && Math.Abs(bounds.MinX - Bounds!.MinX) < bounds.Width / Width;

    private RgbaImage Warp(Envelope bounds, int maxSize, Action<double[], double[]> locate, CancellationToken cancellationToken)
    {
        var target = WarpTarget.Fit(bounds, Width, Height, maxSize);
        var grid = new WarpGrid(target, locate);
        var pixels = new RgbaWarper(this, target.Size, (row, columns, rows) => grid.Row(row, columns, rows)).Warp(cancellationToken);
        return Derive(target.Size.Width, target.Size.Height, pixels, RasterPlace.From(target.Geotransform), RasterCrs.WebMercator);
    }
}
