using System.Buffers;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The data of a map's page, as JSON: <c>map-data.ts</c> describes it.</summary>
internal static class MapData
{
    /// <summary>The data of a map of results.</summary>
    public static byte[] ToJson(Envelope bounds, MapOptions options, IReadOnlyList<MapImage> images, ReadOnlySpan<byte> vectors, IReadOnlyList<string> remarks)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = Start(buffer, bounds, options))
        {
            WriteEach(json, "images", images, WriteImage);
            json.WritePropertyName("vectors");
            json.WriteRawValue(vectors, skipInputValidation: true);
            json.WriteString("remarks", SafeText.Clean(string.Join(" ", remarks)));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The data of a map to draw on.</summary>
    public static byte[] ToDraw(Envelope bounds, MapOptions options, IEnumerable<Geometry> outlines)
    {
        const int Digits = 9;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = Start(buffer, bounds, options))
        {
            WriteEach(json, "images", Array.Empty<MapImage>(), WriteImage);
            WriteEach(json, "vectors", Array.Empty<MapLayer>(), (_, _) => { });
            json.WriteString("remarks", string.Empty);
            json.WriteStartArray("draw");
            foreach (var outline in outlines)
            {
                GeometryJson.Write(json, outline, Digits);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static Utf8JsonWriter Start(IBufferWriter<byte> buffer, Envelope bounds, MapOptions options)
    {
        var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        WriteBox(json, "bounds", bounds);
        WriteEach(json, "basemaps", options.AllBasemaps, WriteBasemap);
        json.WriteNumber("basemap", options.HasBasemap ? 0 : -1);
        return json;
    }

    private static void WriteBasemap(Utf8JsonWriter json, Basemap basemap)
    {
        json.WriteString("name", SafeText.Clean(basemap.Name));
        json.WriteString("url", basemap.Template);
        json.WriteString("attribution", HtmlEncoder.Encode(basemap.Attribution));
        json.WriteNumber("maxZoom", basemap.MaxZoom);
    }

    private static void WriteImage(Utf8JsonWriter json, MapImage image)
    {
        json.WriteString("group", image.Group);
        json.WriteString("name", SafeText.Clean(image.Name));
        json.WriteString("source", image.Source);
        json.WriteString("alt", SafeText.Clean(image.Alt));
        WriteBox(json, "bounds", image.Bounds);
        WriteBox(json, "valid", image.ValidBounds);
        json.WriteNumber("columns", image.Width);
        json.WriteNumber("rows", image.Height);
        MapVectorJson.WriteBar(json, image.Bar);
        if (image.Values is { } values)
        {
            json.WriteStartObject("values");
            json.WriteNumber("columns", values.Cells.Width);
            json.WriteNumber("rows", values.Cells.Height);
            json.WriteStartArray("bands");
            foreach (var band in values.Bands)
            {
                json.WriteStringValue(SafeText.Clean(band));
            }

            json.WriteEndArray();
            json.WriteStartArray("values");
            foreach (var band in values.Values)
            {
                WriteValues(json, band);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private static void WriteValues(Utf8JsonWriter json, double[] values)
    {
        const int Digits = 5;
        json.WriteStartArray();
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
            {
                json.WriteNullValue();
            }
            else if (value == Math.Floor(value))
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteRawValue(value.ToString($"G{Digits}", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        json.WriteEndArray();
    }

    private static void WriteEach<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBox(Utf8JsonWriter json, string name, Envelope box)
    {
        json.WriteStartArray(name);
        foreach (var degrees in new[] { box.MinY, box.MinX, box.MaxY, box.MaxX })
        {
            json.WriteNumberValue(Math.Round(degrees, 9));
        }

        json.WriteEndArray();
    }
}
