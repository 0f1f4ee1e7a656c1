using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive;

/// <summary>Items as features of a table.</summary>
internal static class StacFeatures
{
    /// <summary>
    /// One row an item, in order: its collection and its properties as columns. One whose geometry cannot be read is left out, of which a
    /// remark tells.
    /// </summary>
    public static FeatureTable ToTable(IReadOnlyList<StacItem> items)
    {
        if (items.Count == 0)
        {
            return FeatureTable.Empty;
        }

        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString("type", "FeatureCollection");
            writer.WriteStartArray("features");
            foreach (var item in items)
            {
                WriteTo(writer, item, _ => { }, text => text);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return GeoJsonText.Read(json.ToArray(), "The items");
    }

    // One geometry that lies nowhere would be taken for a sign that all are in another coordinate reference system.
    private static void WriteGeometry(Utf8JsonWriter writer, StacItem item, Func<string, string> clean)
    {
        if (StacItemHtml.Area(item) is not { } area || !PositionLimits.IsOnEarth(area.West, area.South) || !PositionLimits.IsOnEarth(area.East, area.North))
        {
            writer.WriteNullValue();
        }
        else if (area is { Kind: "bbox", Lines: [var ring] })
        {
            JsonSerializer.SerializeToElement(new JsonObject
            {
                ["type"] = "Polygon",
                ["coordinates"] = new JsonArray(new JsonArray([.. ring.Select(position => new JsonArray(position.X, position.Y))])),
            }).WriteTo(writer);
        }
        else
        {
            JsonSanitizer.Write(writer, item.Raw.GetProperty("geometry"), clean);
        }
    }

    /// <summary>Writes an item as a feature, with further properties.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="item">The item.</param>
    /// <param name="more">Writes the further properties.</param>
    /// <param name="clean">The text in place of a text.</param>
    public static void WriteTo(Utf8JsonWriter writer, StacItem item, Action<Utf8JsonWriter> more, Func<string, string> clean)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Feature");
        writer.WriteString("id", clean(item.Id));
        writer.WritePropertyName("geometry");
        WriteGeometry(writer, item, clean);
        writer.WriteStartObject("properties");
        more(writer);
        if (item.CollectionId is { } collection)
        {
            writer.WriteString("collection", clean(collection));
        }

        foreach (var property in item.Raw.Find("properties") is { ValueKind: JsonValueKind.Object } properties ? properties.EnumerateObject() : default)
        {
            writer.WritePropertyName(clean(property.Name));
            JsonSanitizer.Write(writer, property.Value, clean);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
