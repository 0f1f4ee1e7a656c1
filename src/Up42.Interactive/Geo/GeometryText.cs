using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Places, areas and geometries in words.</summary>
internal static class GeometryText
{
    /// <summary>A box: "17.6636° W – 17.1361° W, 14.6342° N – 14.9940° N".</summary>
    public static string Describe(Envelope box) => DegreeText.Box(box.MinX, box.MinY, box.MaxX, box.MaxY);

    /// <summary>Type and size of a geometry: "Polygon, 4 vertices, 18.1 km²", "MultiLineString, 2 parts, 7 vertices, 12 km".</summary>
    public static string Describe(Geometry? geometry) => Describe(geometry, Measure(geometry));

    /// <summary>The same of one that was measured.</summary>
    public static string Describe(Geometry? geometry, (double Value, string Unit)? size) =>
        Describe(geometry, size is { } known ? $"{Number(known.Value)} {known.Unit}" : null);

    /// <summary>The same with a unit alone where the size stands: "Polygon, 4 vertices, km²".</summary>
    public static string Describe(Geometry? geometry, string? size) => geometry switch
    {
        null => "none",
        { IsEmpty: true } => $"{geometry.GeometryType}, empty",
        Point point => $"Point, {Place(point)}",
        MultiPoint points => $"MultiPoint, {DisplayText.Count(points.NumGeometries, "point")}",
        _ => $"{geometry.GeometryType}, {Parts(geometry)}{DisplayText.Count(Vertices(geometry), "vertex")}{(size is null ? "" : $", {size}")}",
    };

    /// <summary>The area of polygons or the length of lines, in the unit that it is shown in; null of what has neither.</summary>
    public static (double Value, string Unit)? Measure(Geometry? geometry) => geometry switch
    {
        null or { IsEmpty: true } => null,
        { Dimension: Dimension.Surface } => InUnit(Geodesy.Area(geometry), isArea: true),
        { Dimension: Dimension.Curve } => InUnit(Geodesy.Length(geometry), isArea: false),
        _ => null,
    };

    /// <summary>An area in square metres or a length in metres, in the unit that it is shown in.</summary>
    public static (double Value, string Unit) InUnit(double size, bool isArea) =>
        isArea ? InUnit(size, 100_000, 1e6, "m²") : InUnit(size, 1000, 1000, "m");

    /// <summary>"13.4000° E, 52.5000° N".</summary>
    public static string Place(Point point) => $"{DegreeText.Longitude(point.X)}, {DegreeText.Latitude(point.Y)}";

    /// <summary>An area with three digits or more: "420 m²", "18.1 km²".</summary>
    public static string Area(double squareMeters) => InUnit(squareMeters, isArea: true) is var (value, unit) ? $"{Number(value)} {unit}" : "";

    /// <summary>A length with three digits or more: "420 m", "18.1 km".</summary>
    public static string Length(double meters) => InUnit(meters, 1000, 1000, "m") is var (value, unit) ? $"{Number(value)} {unit}" : "";

    private static (double Value, string Unit) InUnit(double size, double large, double perLarge, string unit) =>
        size < large ? (size, unit) : (size / perLarge, $"k{unit}");

    private static string Parts(Geometry geometry) =>
        geometry is GeometryCollection collection ? $"{DisplayText.Count(collection.NumGeometries, "part")}, " : "";

    /// <summary>Corners: the position that closes a ring is not counted twice.</summary>
    private static int Vertices(Geometry geometry) => geometry switch
    {
        GeometryCollection collection => collection.Geometries.Sum(Vertices),
        Polygon { IsEmpty: false } polygon => polygon.NumPoints - 1 - polygon.NumInteriorRings,
        _ => geometry.NumPoints,
    };

    private static string Number(double value) => NumberText.Format(value, 3, grouped: true);
}
