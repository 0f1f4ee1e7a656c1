using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Boxes on the map, in degrees; longitudes go on beyond 180 across the antimeridian.</summary>
internal static class GeoBounds
{
    /// <summary>A box in EPSG:3857 as longitudes and latitudes.</summary>
    public static Envelope FromWebMercator(Envelope box)
    {
        var (west, south) = WebMercator.ToWgs84(box.MinX, box.MinY);
        var (east, north) = WebMercator.ToWgs84(box.MaxX, box.MaxY);
        return new Envelope(west, east, south, north);
    }

    /// <summary>South, west, north, east: the order of the page's data.</summary>
    public static double[] ToPage(Envelope box) => [Round(box.MinY), Round(box.MinX), Round(box.MaxY), Round(box.MaxX)];

    /// <summary>The box in words: "52.4828° N, 13.3594° E to 52.5229° N, 13.4253° E".</summary>
    public static string Describe(Envelope box) => $"{Position(box.MinY, box.MinX)} to {Position(box.MaxY, box.MaxX)}";

    private static string Position(double latitude, double longitude)
    {
        var wrapped = longitude > 180 ? longitude - 360 : longitude;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Math.Abs(latitude):0.0000}° {(latitude < 0 ? 'S' : 'N')}, {Math.Abs(wrapped):0.0000}° {(wrapped < 0 ? 'W' : 'E')}");
    }

    private static double Round(double degrees) => Math.Round(degrees, 9);
}
