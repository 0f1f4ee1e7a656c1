using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Writes a geometry as GeoJSON, rounded to what a screen can show. <see cref="GeoJsonWriter"/> writes files from the bytes that a table
/// stores, without building geometries; the geometries of maps are built, turned and simplified before.
/// </summary>
internal sealed class GeometryConverter : PageConverter<Geometry>
{
    private const int Digits = 7;
    private const int FineDigits = 9;
    private const double Small = 0.01;

    public override void Write(Utf8JsonWriter writer, Geometry value, JsonSerializerOptions options)
    {
        var isSmall = Math.Max(value.EnvelopeInternal.Width, value.EnvelopeInternal.Height) < Small;
        WriteGeometry(writer, value, isSmall ? FineDigits : Digits);
    }

    private static void WriteGeometry(Utf8JsonWriter writer, Geometry geometry, int digits)
    {
        var isCollection = geometry.GeometryType == Geometry.TypeNameGeometryCollection;
        writer.WriteStartObject();
        writer.WriteString("type"u8, geometry is LinearRing ? Geometry.TypeNameLineString : geometry.GeometryType);
        writer.WritePropertyName(isCollection ? "geometries"u8 : "coordinates"u8);
        WriteParts(writer, geometry, isCollection, digits);
        writer.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter writer, Geometry geometry, bool isCollection, int digits)
    {
        switch (geometry)
        {
            case Point point:
                WritePosition(writer, point.Coordinate, digits);
                break;
            case LineString line:
                WritePositions(writer, line, digits);
                break;
            case Polygon polygon:
                WriteRings(writer, polygon, digits);
                break;
            case GeometryCollection collection:
                writer.WriteStartArray();
                foreach (var part in collection.Geometries.Where(part => !part.IsEmpty))
                {
                    if (isCollection)
                    {
                        WriteGeometry(writer, part, digits);
                    }
                    else
                    {
                        WriteParts(writer, part, isCollection: false, digits);
                    }
                }

                writer.WriteEndArray();
                break;
        }
    }

    private static void WriteRings(Utf8JsonWriter writer, Polygon polygon, int digits)
    {
        writer.WriteStartArray();
        WritePositions(writer, polygon.ExteriorRing, digits);
        foreach (var hole in polygon.InteriorRings)
        {
            WritePositions(writer, hole, digits);
        }

        writer.WriteEndArray();
    }

    private static void WritePositions(Utf8JsonWriter writer, LineString line, int digits)
    {
        writer.WriteStartArray();
        foreach (var position in line.Coordinates)
        {
            WritePosition(writer, position, digits);
        }

        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, Coordinate position, int digits)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(position.X, digits));
        writer.WriteNumberValue(Math.Round(position.Y, digits));
        writer.WriteEndArray();
    }
}
