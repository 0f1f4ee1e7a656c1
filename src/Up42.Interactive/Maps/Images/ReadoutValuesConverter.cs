using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes values to five digits that count, whole numbers as they are; null where there is no data.</summary>
internal sealed class ReadoutValuesConverter : PageConverter<IReadOnlyList<double[]>>
{
    public override void Write(Utf8JsonWriter writer, IReadOnlyList<double[]> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var band in value)
        {
            writer.WriteStartArray();
            foreach (var number in band)
            {
                Write(writer, number);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteNullValue();
        }
        else if (number == Math.Floor(number))
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteRawValue(number.ToString("G5", CultureInfo.InvariantCulture), skipInputValidation: true);
        }
    }
}
