using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes a feature's properties, all text freed of what <see cref="SafeText"/> hides and bounded.</summary>
internal sealed class FeaturePropertiesConverter : PageConverter<FeatureRow>
{
    private const int MaxTextLength = 1000;
    private const int MaxJsonLength = 20_000;

    public override void Write(Utf8JsonWriter writer, FeatureRow value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, property) in value)
        {
            writer.WritePropertyName(SafeText.Clean(name));
            WriteValue(writer, property);
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long integer when Math.Abs(integer) < 1L << 53:
                writer.WriteNumberValue(integer);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case DateTimeOffset date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                break;
            case JsonElement element when element.GetRawText() is { Length: > MaxJsonLength } text:
                writer.WriteStringValue(Shorten(text));
                break;
            case JsonElement element:
                JsonSanitizer.Write(writer, element, Shorten);
                break;
            default:
                writer.WriteStringValue(Shorten(Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty));
                break;
        }
    }

    /// <summary>The text, cleaned; of a long one the beginning, and how long it is.</summary>
    private static string Shorten(string text) => text.Length > MaxTextLength
        ? $"{SafeText.Clean(text[..MaxTextLength])}… ({DisplayText.Count(text.Length, "character")})"
        : SafeText.Clean(text);
}
