using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes every real number of a page's data; those that JSON has no text for are missing.</summary>
internal sealed class PageNumberConverter : PageConverter<double>
{
    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
