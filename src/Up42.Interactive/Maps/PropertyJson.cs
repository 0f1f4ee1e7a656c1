using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>A feature's property values as JSON, all text cleaned of what could mislead.</summary>
internal static class PropertyJson
{
    private const int LongestText = 1000;
    private const int LongestJson = 20_000;

    public static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case long integer when Math.Abs(integer) < 1L << 53:
                json.WriteNumberValue(integer);
                break;
            case double number when double.IsFinite(number):
                json.WriteNumberValue(number);
                break;
            case DateTimeOffset date:
                json.WriteStringValue(date.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case JsonElement element when element.GetRawText() is { Length: > LongestJson } text:
                json.WriteStringValue(Cut(text));
                break;
            case JsonElement element:
                WriteElement(json, element);
                break;
            default:
                json.WriteStringValue(Cut(Convert.ToString(value, CultureInfo.InvariantCulture)));
                break;
        }
    }

    private static void WriteElement(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(SafeText.Clean(property.Name));
                    WriteElement(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    WriteElement(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Cut(element.GetString()));
                break;
            default:
                element.WriteTo(json);
                break;
        }
    }

    /// <summary>The text, cleaned; the beginning of a long one, and how long it is.</summary>
    private static string Cut(string? text) => text is { Length: > LongestText }
        ? $"{SafeText.Clean(text[..LongestText])}… ({DisplayText.Count(text.Length, "character")})"
        : SafeText.Clean(text);
}
