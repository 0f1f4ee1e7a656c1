using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes a text of a page's data that must stay as it is: what it is made of was cleaned before, or is the user's own.</summary>
internal sealed class PlainTextConverter : PageConverter<string>
{
    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
