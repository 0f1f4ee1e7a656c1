using System.Buffers.Binary;

namespace Up42.Interactive;

/// <summary>The numbers of ISO 13249-3 for geometry types, and their GeoJSON names.</summary>
internal static class WkbType
{
    public const int Point = 1;
    public const int LineString = 2;
    public const int Polygon = 3;
    public const int MultiPoint = 4;
    public const int MultiLineString = 5;
    public const int MultiPolygon = 6;
    public const int GeometryCollection = 7;

    /// <summary>Added to the type of geometries with heights.</summary>
    public const int Z = 1000;

    private static readonly string[] Names =
        ["", "Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon", "GeometryCollection"];

    public static string Name(int type) => Names[type];

    /// <summary>The number of a GeoJSON type; 0: it is none.</summary>
    public static int Parse(string? name) => string.IsNullOrEmpty(name) ? 0 : Math.Max(0, Array.IndexOf(Names, name));

    /// <summary>How deep below <c>coordinates</c> the positions of a type lie.</summary>
    public static int PositionLevel(int type) => type switch
    {
        Point => 0,
        LineString or MultiPoint => 1,
        Polygon or MultiLineString => 2,
        _ => 3,
    };

    /// <summary>The type of a geometry, without its <see cref="Z"/>.</summary>
    public static int Read(ReadOnlySpan<byte> wkb) => BinaryPrimitives.ReadInt32LittleEndian(wkb[1..]) % Z;

    public static bool HasZ(ReadOnlySpan<byte> wkb) => BinaryPrimitives.ReadInt32LittleEndian(wkb[1..]) > Z;
}
