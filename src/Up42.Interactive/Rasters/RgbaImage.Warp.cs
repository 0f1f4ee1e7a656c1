using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Warping for web maps.</summary>
public sealed partial class RgbaImage
{
    private const int WebMercatorCode = 3857;

    /// <summary>
    /// The picture in EPSG:3857, the coordinates of web maps, north up. What lies outside the picture is transparent, and opacity weighs in where
    /// pixels are mixed, so that edges do not darken. A picture that is there already is returned as it is.
    /// </summary>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    /// <param name="cancellationToken">Ends the warping.</param>
    /// <returns>The picture; across the antimeridian its <see cref="Bounds"/> go on beyond 20,037,508 m.</returns>
    /// <exception cref="Up42Exception">The picture has no place on Earth.</exception>
    public RgbaImage WarpToWebMercator(int maxSize = 1024, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        if (Crs?.Epsg == WebMercatorCode && Geotransform is { IsNorthUp: true } && Math.Max(Width, Height) <= maxSize)
        {
            return this;
        }

        if (BoundsWgs84 is not { } wgs84)
        {
            throw new Up42Exception("The raster names no coordinate reference system that has a place on Earth, so it can not be put on a map.");
        }

        try
        {
            return WarpToWebMercator(WebMercator.FromWgs84(wgs84), wgs84.MaxX > 180, maxSize, cancellationToken);
        }
        catch (GdalException exception)
        {
            throw new Up42Exception($"The picture could not be warped to EPSG:3857. {exception.Message}", exception);
        }
    }

    private RgbaImage WarpToWebMercator(Envelope bounds, bool crossesAntimeridian, int maxSize, CancellationToken cancellationToken)
    {
        // Across the antimeridian GDAL has to see one piece: the same map, with 180° in the middle.
        var shift = crossesAntimeridian ? WebMercator.FromWgs84(new Envelope(0, 180, 0, 0)).MaxX : 0;
        var crs = crossesAntimeridian
            ? "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=180 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +wktext +no_defs"
            : "EPSG:3857";
        var target = WarpTarget.Fit(bounds, Width, Height, maxSize);
        using var source = ToDataset();
        using var reference = GdalSpatialReference.FromWkt(Crs!.Wkt);
        source.SetSpatialReference(reference);
        source.Geotransform = Geotransform!.Value.ToArray();
        using var warped = source.Warp(target.ToArguments(crs, IsCategorical ? "near" : "bilinear", shift), cancellationToken);
        return Derive(target.Size.Width, target.Size.Height, FromDataset(warped), target.Geotransform, RasterCrs.FromEpsg(WebMercatorCode));
    }
}
