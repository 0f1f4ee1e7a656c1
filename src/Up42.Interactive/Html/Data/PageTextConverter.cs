using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes every text of a page's data, cleaned by <see cref="SafeText"/>; pictures in data URLs stay as they are.</summary>
internal sealed class PageTextConverter : PageConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(DataUri.IsPicture(value) ? value : SafeText.Clean(value));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(SafeText.Clean(value));
}
