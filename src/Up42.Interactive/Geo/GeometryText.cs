using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Places, areas and geometries in words.</summary>
internal static class GeometryText
{
    /// <summary>A box: "17.6636° W – 17.1361° W, 14.6342° N – 14.9940° N".</summary>
    public static string Describe(Envelope box) => DegreeText.Box(box.MinX, box.MinY, box.MaxX, box.MaxY);

    /// <summary>Type and size of a geometry: "Polygon, 4 vertices, 18.1 km²", "MultiLineString, 2 parts, 7 vertices, 12 km".</summary>
    public static string Describe(Geometry? geometry) => geometry switch
    {
        null => "none",
        { IsEmpty: true } => $"{geometry.GeometryType}, empty",
        Point point => $"Point, {DegreeText.Longitude(point.X)}, {DegreeText.Latitude(point.Y)}",
        MultiPoint points => $"MultiPoint, {DisplayText.Count(points.NumGeometries, "point")}",
        _ => $"{geometry.GeometryType}, {Parts(geometry)}{DisplayText.Count(Vertices(geometry), "vertex")}{Size(geometry)}",
    };

    /// <summary>An area with three digits or more: "420 m²", "18.1 km²", "12,345 km²".</summary>
    public static string Area(double squareMeters) =>
        squareMeters < 100_000 ? $"{Number(squareMeters)} m²" : $"{Number(squareMeters / 1e6)} km²";

    /// <summary>A length with three digits or more: "420 m", "18.1 km".</summary>
    public static string Length(double meters) => meters < 1000 ? $"{Number(meters)} m" : $"{Number(meters / 1000)} km";

    private static string Size(Geometry geometry) => geometry.Dimension switch
    {
        Dimension.Surface => $", {Area(Geodesy.Area(geometry))}",
        Dimension.Curve => $", {Length(Geodesy.Length(geometry))}",
        _ => "",
    };

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
