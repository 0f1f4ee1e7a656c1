using System.Buffers;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The data of a map's page, as JSON: <c>map-data.ts</c> describes it.</summary>
internal static class MapData
{
    private const int Digits = 7;

    public static byte[] ToJson(Envelope bounds, IReadOnlyList<Basemap> basemaps, IReadOnlyList<MapImage> images, IReadOnlyList<MapLayer> layers, IReadOnlyList<string> remarks)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            WriteNumbers(json, "bounds", GeoBounds.ToPage(bounds));
            WriteEach(json, "basemaps", basemaps, WriteBasemap);
            WriteEach(json, "images", images, (writer, image) => WriteImage(writer, image, images));
            WriteEach(json, "vectors", layers, WriteLayer);
            json.WriteString("remarks", HtmlEncoder.Clean(string.Join(" ", remarks)));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteBasemap(Utf8JsonWriter json, Basemap basemap)
    {
        json.WriteString("name", HtmlEncoder.Clean(basemap.Name));
        json.WriteString("url", basemap.UrlTemplate);
        json.WriteString("attribution", HtmlEncoder.Encode(basemap.Attribution));
        json.WriteNumber("maxZoom", basemap.MaxZoom);
    }

    private static void WriteImage(Utf8JsonWriter json, MapImage image, IReadOnlyList<MapImage> images)
    {
        json.WriteString("name", HtmlEncoder.Clean(image.Name));
        json.WriteNumber("picture", images.TakeWhile(other => other != image).Count());
        WriteNumbers(json, "bounds", GeoBounds.ToPage(image.Bounds));
        json.WriteNumber("columns", image.Width);
        WriteBar(json, image.Bar);
    }

    private static void WriteBar(Utf8JsonWriter json, ColorBar? bar)
    {
        if (bar is not null)
        {
            json.WriteStartObject("bar");
            json.WriteString("title", HtmlEncoder.Clean(bar.Title));
            WriteNumbers(json, "range", [bar.Minimum, bar.Maximum]);
            json.WriteString("colors", string.Join(", ", bar.Colors));
            json.WriteEndObject();
        }
    }

    private static void WriteLayer(Utf8JsonWriter json, MapLayer layer)
    {
        json.WriteString("name", HtmlEncoder.Clean(layer.Name));
        json.WriteString("group", HtmlEncoder.Clean(layer.Group));
        json.WriteString("color", layer.Color);
        json.WriteBoolean("dashed", layer.Dashed);
        WriteEach(json, "features", layer.Features, (writer, feature) => WriteFeature(writer, feature, layer.ColorBy));
        WriteEach(json, "categories", layer.ColorBy?.Categories ?? [], (writer, category) =>
        {
            writer.WriteString("name", HtmlEncoder.Clean(category.Name));
            writer.WriteString("color", category.Color);
        });
        WriteBar(json, layer.ColorBy?.Bar);
    }

    private static void WriteFeature(Utf8JsonWriter json, MapFeature feature, FeatureColors? colors)
    {
        if (colors is not null)
        {
            json.WriteString("color", colors.Of(feature.Row));
        }

        json.WriteString("name", HtmlEncoder.Clean(feature.Name));
        json.WritePropertyName("geometry");
        GeometryJson.Write(json, feature.Geometry, Digits);
        json.WriteStartObject("properties");
        foreach (var (name, value) in feature.Row)
        {
            json.WritePropertyName(HtmlEncoder.Clean(name));
            PropertyJson.Write(json, value);
        }

        json.WriteEndObject();
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

    private static void WriteNumbers(Utf8JsonWriter json, string name, double[] numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
