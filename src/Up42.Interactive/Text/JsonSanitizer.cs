using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes JSON again with other texts in it.</summary>
internal static class JsonSanitizer
{
    /// <summary>Writes a value; every text in it goes through a function.</summary>
    public static void Write(Utf8JsonWriter writer, JsonElement value, Func<string, string> clean)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(clean(member.Name));
                    Write(writer, member.Value, clean);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, clean);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(clean(value.GetString()!));
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }
}
