using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Writes a box as south, west, north and east in degrees; longitudes go on beyond 180 across the antimeridian.</summary>
internal sealed class BoundsConverter : PageConverter<Envelope>
{
    private const int Digits = 9;

    public override void Write(Utf8JsonWriter writer, Envelope value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var degrees in new[] { value.MinY, value.MinX, value.MaxY, value.MaxX })
        {
            writer.WriteNumberValue(Math.Round(degrees, Digits));
        }

        writer.WriteEndArray();
    }
}
