using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>The outline of an image, dense enough to follow the curves that straight edges become in another coordinate reference system.</summary>
internal static class RasterBounds
{
    private const int PointsPerEdge = 21;

    /// <summary>The box of an image in its own coordinates.</summary>
    internal static Envelope Bounds(Geotransform geotransform, int width, int height)
    {
        var bounds = new Envelope();
        foreach (var (column, row) in new[] { (0, 0), (width, 0), (width, height), (0, height) })
        {
            var (x, y) = geotransform.At(column, row);
            bounds.ExpandToInclude(x, y);
        }

        return bounds;
    }

    /// <summary>
    /// The box in longitude and latitude (EPSG:4326), or null where the coordinates have no place on Earth. Across the antimeridian longitudes
    /// go on beyond 180; around a pole the box is the whole cap.
    /// </summary>
    internal static Envelope? BoundsWgs84(Geotransform geotransform, int width, int height, RasterCrs crs)
        => BoundsIn(RasterCrs.Wgs84, geotransform, width, height, crs);

    /// <summary>The box in another coordinate reference system, by the same rules where that is geographic; null where the image has no place there.</summary>
    internal static Envelope? BoundsIn(RasterCrs target, Geotransform geotransform, int width, int height, RasterCrs crs)
    {
        var (x, y) = Outline(geotransform, width, height);
        try
        {
            using var from = GdalSpatialReference.FromWkt(crs.Wkt);
            using var to = GdalSpatialReference.FromWkt(target.Wkt);
            using var transformation = new GdalTransformation(from, to);
            transformation.Transform(x, y);
        }
        catch (GdalException)
        {
            return null;
        }

        return target.IsGeographic ? EncloseDegrees(x, y) : Enclose(x, y);
    }

    private static (double[] X, double[] Y) Outline(Geotransform geotransform, int width, int height)
    {
        var corners = new[] { (0, 0), (width, 0), (width, height), (0, height), (0, 0) };
        var points = new List<(double X, double Y)>();
        for (var edge = 0; edge < 4; edge++)
        {
            var ((fromColumn, fromRow), (toColumn, toRow)) = (corners[edge], corners[edge + 1]);
            for (var i = 0; i < PointsPerEdge; i++)
            {
                var part = (double)i / PointsPerEdge;
                points.Add(geotransform.At(fromColumn + part * (toColumn - fromColumn), fromRow + part * (toRow - fromRow)));
            }
        }

        points.Add(points[0]);
        return ([.. points.Select(point => point.X)], [.. points.Select(point => point.Y)]);
    }

    private static Envelope? Enclose(double[] x, double[] y)
    {
        var bounds = new Envelope();
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]))
            {
                bounds.ExpandToInclude(x[i], y[i]);
            }
        }

        return bounds.IsNull ? null : bounds;
    }

    private static Envelope? EncloseDegrees(double[] longitudes, double[] latitudes)
    {
        var placed = longitudes.Zip(latitudes).Where(position => !double.IsNaN(position.First)).ToArray();
        if (placed.Length == 0)
        {
            return null;
        }

        var x = Array.ConvertAll(placed, position => position.First);
        Longitudes.UnwrapShortest(x);
        var bounds = new Envelope(x.Min(), x.Max(), placed.Min(position => position.Second), placed.Max(position => position.Second));
        if (Math.Abs(x[^1] - x[0]) > 180)
        {
            return bounds.Centre.Y > 0 ? new Envelope(-180, 180, bounds.MinY, 90) : new Envelope(-180, 180, -90, bounds.MaxY);
        }

        var shift = bounds.MinX < -180 ? Longitudes.Turn : 0;
        return new Envelope(bounds.MinX + shift, bounds.MaxX + shift, bounds.MinY, bounds.MaxY);
    }
}
