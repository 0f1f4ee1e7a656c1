using System.Globalization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Places, areas and geometries in words.</summary>
internal static class GeoText
{
    /// <summary>A box: "17.6636° W – 17.1361° W, 14.6342° N – 14.9940° N".</summary>
    public static string Of(Envelope box) =>
        $"{Range(Longitude(box.MinX), Longitude(box.MaxX))}, {Range(Latitude(box.MinY), Latitude(box.MaxY))}";

    /// <summary>Type and size of a geometry: "Polygon, 5 points, 18.1 km²".</summary>
    public static string Of(Geometry? geometry) => geometry switch
    {
        null => "none",
        { IsEmpty: true } => $"{geometry.GeometryType}, empty",
        Point point => $"Point, {Longitude(point.X)}, {Latitude(point.Y)}",
        { Dimension: Dimension.Surface } => $"{geometry.GeometryType}, {Points(geometry)}, {Area(Geodesy.Area(geometry))}",
        _ => $"{geometry.GeometryType}, {Points(geometry)}",
    };

    /// <summary>An area with three digits or more: "420 m²", "18.1 km²", "12,345 km²".</summary>
    public static string Area(double squareMeters)
    {
        var (value, unit) = squareMeters < 10_000 ? (squareMeters, "m²") : (squareMeters / 1e6, "km²");
        return string.Create(CultureInfo.InvariantCulture, $"{NumberText.Of(value, 3, grouped: true)} {unit}");
    }

    private static string Range(string from, string to) => from == to ? from : $"{from} – {to}";

    private static string Points(Geometry geometry) => string.Create(CultureInfo.InvariantCulture, $"{geometry.NumPoints:N0} points");

    private static string Longitude(double degrees) => Degrees(degrees, 'E', 'W');

    private static string Latitude(double degrees) => Degrees(degrees, 'N', 'S');

    private static string Degrees(double degrees, char positive, char negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(degrees):0.0000}° {(degrees < 0 ? negative : positive)}");
}
