using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes JSON again with other texts in it.</summary>
internal static class JsonSanitizer
{
    /// <summary>Writes a value; every text in it goes through a function.</summary>
    /// <param name="writer">Where.</param>
    /// <param name="value">The value.</param>
    /// <param name="clean">The text in place of a text.</param>
    /// <param name="isForScripts">Numbers that a script would round become texts.</param>
    public static void Write(Utf8JsonWriter writer, JsonElement value, Func<string, string> clean, bool isForScripts = false)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    writer.WritePropertyName(clean(member.Name));
                    Write(writer, member.Value, clean, isForScripts);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item, clean, isForScripts);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(clean(value.GetString()!));
                break;
            case JsonValueKind.Number when isForScripts && !IsExactInScripts(value):
                writer.WriteStringValue(value.GetRawText());
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static bool IsExactInScripts(JsonElement number) =>
        !number.TryGetInt64(out var integer) ? number.TryGetDouble(out var real) && double.IsFinite(real) : Math.Abs(integer) < 1L << 53;
}
