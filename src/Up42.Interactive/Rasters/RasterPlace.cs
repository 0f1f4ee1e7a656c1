using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Where the pixels of an image lie in its coordinate reference system: by a geotransform, or by ground control points, which say where pixels
/// of the whole raster lie.
/// </summary>
internal sealed class RasterPlace
{
    private const int PointsPerEdge = 21;

    private readonly GdalGroundControl? _points;

    /// <summary>From the image's pixels to the raster's, where there are points.</summary>
    private readonly Geotransform _toRaster;

    private RasterPlace(Geotransform? geotransform, GdalGroundControl? points, Geotransform toRaster) =>
        (Geotransform, _points, _toRaster) = (geotransform, points, toRaster);

    /// <summary>The geotransform; null where ground control points give the place.</summary>
    public Geotransform? Geotransform { get; }

    /// <summary>The place by a geotransform.</summary>
    public static RasterPlace From(Geotransform geotransform) => new(geotransform, null, default);

    /// <summary>The place of a whole raster by its ground control points.</summary>
    public static RasterPlace From(GdalGroundControl points) => new(null, points, new Geotransform(0, 1, 0, 0, 0, 1));

    /// <summary>Columns and rows become coordinates, in place; NaN where there are none.</summary>
    public void ToCoordinates(double[] columns, double[] rows)
    {
        Apply(Geotransform ?? _toRaster, columns, rows, isInverse: false);
        _points?.ToCoordinates(columns, rows);
    }

    /// <summary>Coordinates become columns and rows, in place; NaN where there are none.</summary>
    public void ToPixels(double[] x, double[] y)
    {
        _points?.ToPixels(x, y);
        Apply(Geotransform ?? _toRaster, x, y, isInverse: true);
    }

    /// <summary>The place of a part that starts at a pixel.</summary>
    public RasterPlace Moved(double column, double row) => new(Geotransform?.Moved(column, row), _points, _toRaster.Moved(column, row));

    /// <summary>The same place of an image of another size.</summary>
    public RasterPlace Resized(double fromWidth, double fromHeight, double toWidth, double toHeight) => new(
        Geotransform?.Resized(fromWidth, fromHeight, toWidth, toHeight), _points, _toRaster.Resized(fromWidth, fromHeight, toWidth, toHeight));

    /// <summary>The box around an image of a size.</summary>
    public Envelope Bounds(int width, int height)
    {
        var (x, y) = Outline(width, height);
        var bounds = new Envelope();
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]))
            {
                bounds.ExpandToInclude(x[i], y[i]);
            }
        }

        return bounds;
    }

    /// <summary>
    /// Coordinates along the edges, clockwise from the upper left corner back to it, dense enough to follow the curves that straight edges become
    /// in another coordinate reference system.
    /// </summary>
    public (double[] X, double[] Y) Outline(int width, int height)
    {
        var corners = new[] { (0, 0), (width, 0), (width, height), (0, height), (0, 0) };
        var (x, y) = (new double[(4 * PointsPerEdge) + 1], new double[(4 * PointsPerEdge) + 1]);
        for (var edge = 0; edge < 4; edge++)
        {
            var ((fromColumn, fromRow), (toColumn, toRow)) = (corners[edge], corners[edge + 1]);
            for (var i = 0; i < PointsPerEdge; i++)
            {
                var part = (double)i / PointsPerEdge;
                x[(edge * PointsPerEdge) + i] = fromColumn + (part * (toColumn - fromColumn));
                y[(edge * PointsPerEdge) + i] = fromRow + (part * (toRow - fromRow));
            }
        }

        ToCoordinates(x, y);
        (x[^1], y[^1]) = (x[0], y[0]);
        return (x, y);
    }

    private static void Apply(Geotransform geotransform, double[] x, double[] y, bool isInverse)
    {
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = isInverse ? geotransform.PixelAt(x[i], y[i]) : geotransform.At(x[i], y[i]);
        }
    }
}
