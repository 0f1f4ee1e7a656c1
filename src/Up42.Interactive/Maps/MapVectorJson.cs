using System.Buffers;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Layers of features as JSON: <c>map-data.ts</c> describes it.</summary>
internal static class MapVectorJson
{
    private const int Digits = 7;
    private const int FineDigits = 9;
    private const double Small = 0.01;

    public static byte[] Write(IReadOnlyList<MapLayer> layers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var layer in layers)
            {
                WriteLayer(json, layer);
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The key of a scale of colours, where there is one.</summary>
    public static void WriteBar(Utf8JsonWriter json, ColorBar? bar)
    {
        if (bar is not null)
        {
            json.WriteStartObject("bar");
            json.WriteString("title", SafeText.Clean(bar.Title));
            json.WriteStartArray("range");
            json.WriteNumberValue(bar.Minimum);
            json.WriteNumberValue(bar.Maximum);
            json.WriteEndArray();
            json.WriteString("colors", string.Join(", ", bar.Colors));
            json.WriteEndObject();
        }
    }

    private static void WriteLayer(Utf8JsonWriter json, MapLayer layer)
    {
        json.WriteStartObject();
        json.WriteString("name", SafeText.Clean(layer.Name));
        json.WriteString("group", SafeText.Clean(layer.Group));
        json.WriteString("color", layer.Color);
        json.WriteBoolean("dashed", layer.Dashed);
        json.WriteStartArray("categories");
        foreach (var (name, color) in layer.ColorBy?.Categories ?? [])
        {
            json.WriteStartObject();
            json.WriteString("name", SafeText.Clean(name));
            json.WriteString("color", color);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteBar(json, layer.ColorBy?.Bar);
        json.WriteStartArray("features");
        foreach (var feature in layer.Features)
        {
            WriteFeature(json, feature, layer);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFeature(Utf8JsonWriter json, MapFeature feature, MapLayer layer)
    {
        json.WriteStartObject();
        if (layer.ColorBy is not null)
        {
            json.WriteString("color", layer.ColorOf(feature));
        }

        json.WriteString("name", SafeText.Clean(feature.Name));
        json.WritePropertyName("geometry");
        var isSmall = Math.Max(feature.Geometry.EnvelopeInternal.Width, feature.Geometry.EnvelopeInternal.Height) < Small;
        GeometryJson.Write(json, feature.Geometry, isSmall ? FineDigits : Digits);
        json.WriteStartObject("properties");
        foreach (var (name, value) in feature.Row)
        {
            json.WritePropertyName(SafeText.Clean(name));
            PropertyJson.Write(json, value);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
