using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Up42.Interactive.Tests.Computing;

/// <summary>Zones as one would find them without thinking: edges cut into 100 pieces, projected, and each pixel cut with what comes of it.</summary>
internal static class BruteForce
{
    private const int Pieces = 100;

    /// <summary>The pixels with a value in a zone, each with the share that lies inside.</summary>
    public static List<(double Weight, double Value)> Pixels(Geometry zone, RasterFile raster, RasterImage image)
    {
        var ring = ((Polygon)zone).ExteriorRing.Coordinates;
        var (x, y) = (new List<double>(), new List<double>());
        for (var i = 1; i < ring.Length; i++)
        {
            for (var piece = 0; piece < Pieces; piece++)
            {
                x.Add(ring[i - 1].X + ((double)piece / Pieces * (ring[i].X - ring[i - 1].X)));
                y.Add(ring[i - 1].Y + ((double)piece / Pieces * (ring[i].Y - ring[i - 1].Y)));
            }
        }

        var (columns, rows) = (x.ToArray(), y.ToArray());
        if (!raster.Crs!.IsGeographic)
        {
            using var path = new CrsPath(RasterCrs.Wgs84, raster.Crs);
            path.Transform(columns, rows);
        }

        var numbers = raster.Geotransform;
        Coordinate[] outline = [.. columns.Zip(rows, (east, north) => new Coordinate((east - numbers[0]) / numbers[1], (north - numbers[3]) / numbers[5]))];
        var polygon = Overlays.Repaired(new Polygon(new LinearRing([.. outline, outline[0].Copy()])));
        var found = new List<(double, double)>();
        for (var row = 0; row < raster.Height; row++)
        {
            for (var column = 0; column < raster.Width; column++)
            {
                var pixel = GeometryFactory.Default.ToGeometry(new Envelope(column, column + 1, row, row + 1));
                if (polygon.EnvelopeInternal.Intersects(pixel.EnvelopeInternal) && image.MaskOf(0)[(row * raster.Width) + column] != 0
                    && OverlayNGRobust.Overlay(polygon, pixel, SpatialFunction.Intersection).Area is var weight and > 0)
                {
                    found.Add((weight, image.Values(0)[(row * raster.Width) + column]));
                }
            }
        }

        return found;
    }

    /// <summary>The smallest value up to which so much of the weight lies.</summary>
    public static double Percentile(List<(double Weight, double Value)> pixels, double percent)
    {
        var (sum, wanted) = (0.0, pixels.Sum(one => one.Weight) * percent / 100);
        return pixels.OrderBy(one => one.Value).First(one => (sum += one.Weight) >= wanted).Value;
    }
}
