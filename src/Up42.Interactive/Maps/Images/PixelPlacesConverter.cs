using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes columns and rows to a thousandth of a pixel; null where there are none.</summary>
internal sealed class PixelPlacesConverter : PageConverter<IReadOnlyList<double[]>>
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double[]> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var side in value)
        {
            writer.WriteStartArray();
            foreach (var place in side)
            {
                writer.WriteRawValue(double.IsFinite(place) ? place.ToString("0.###", CultureInfo.InvariantCulture) : "null", skipInputValidation: true);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }
}
