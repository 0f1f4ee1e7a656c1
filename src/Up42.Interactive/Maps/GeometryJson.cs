using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Geometries as GeoJSON, rounded to what a screen can show.</summary>
internal static class GeometryJson
{
    public static void Write(Utf8JsonWriter json, Geometry geometry, int digits)
    {
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType is "LinearRing" ? "LineString" : geometry.GeometryType);
        json.WritePropertyName(geometry.GeometryType == "GeometryCollection" ? "geometries" : "coordinates");
        switch (geometry)
        {
            case Point point:
                WritePosition(json, point.Coordinate, digits);
                break;
            case LineString line:
                WritePositions(json, line.Coordinates, digits);
                break;
            case Polygon polygon:
                WriteRings(json, polygon, digits);
                break;
            case GeometryCollection collection:
                json.WriteStartArray();
                foreach (var part in collection.Geometries.Where(part => !part.IsEmpty))
                {
                    WritePart(json, part, collection.GeometryType, digits);
                }

                json.WriteEndArray();
                break;
        }

        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, Geometry part, string collection, int digits)
    {
        switch (part)
        {
            case Point point when collection == "MultiPoint":
                WritePosition(json, point.Coordinate, digits);
                break;
            case LineString line when collection == "MultiLineString":
                WritePositions(json, line.Coordinates, digits);
                break;
            case Polygon polygon when collection == "MultiPolygon":
                WriteRings(json, polygon, digits);
                break;
            default:
                Write(json, part, digits);
                break;
        }
    }

    private static void WriteRings(Utf8JsonWriter json, Polygon polygon, int digits)
    {
        json.WriteStartArray();
        WritePositions(json, polygon.ExteriorRing.Coordinates, digits);
        foreach (var hole in polygon.InteriorRings)
        {
            WritePositions(json, hole.Coordinates, digits);
        }

        json.WriteEndArray();
    }

    private static void WritePositions(Utf8JsonWriter json, Coordinate[] positions, int digits)
    {
        json.WriteStartArray();
        foreach (var position in positions)
        {
            WritePosition(json, position, digits);
        }

        json.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter json, Coordinate position, int digits)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(position.X, digits));
        json.WriteNumberValue(Math.Round(position.Y, digits));
        json.WriteEndArray();
    }
}
