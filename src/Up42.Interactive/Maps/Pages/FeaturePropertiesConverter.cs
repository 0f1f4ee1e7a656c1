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
        for (var i = 0; i < value.Count; i++)
        {
            var column = value.Table.Columns[i];
            writer.WritePropertyName(column.ShownName);
            WriteValue(writer, column, value.Index);
        }

        writer.WriteEndObject();
    }

    /// <summary>Whole numbers and real ones that scripts hold exactly as numbers, JSON to unfold; all else as the text that tables show.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="column">The column.</param>
    /// <param name="row">The row.</param>
    /// <param name="digits">Digits of real numbers; null for all.</param>
    public static void WriteValue(Utf8JsonWriter writer, FeatureColumn column, int row, int? digits = null)
    {
        switch (column[row])
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
                writer.WriteNumberValue(digits is null ? number : Rounded(number, digits.Value));
                break;
            case JsonElement element when element.GetRawText().Length <= MaxJsonLength:
                JsonSanitizer.Write(writer, element, Shorten, isForScripts: true);
                break;
            default:
                writer.WriteStringValue(Text(column, row));
                break;
        }
    }

    /// <summary>The text that tables show, cleaned.</summary>
    public static string Text(FeatureColumn column, int row)
    {
        var text = CellText.Format(column.RawAt(row), column.Type, MaxTextLength);
        return SafeText.Clean(text.Whole ?? text.Short);
    }

    /// <summary>Whether a number has more digits than some.</summary>
    public static bool IsLonger(double number, int digits) => double.IsFinite(number) && Rounded(number, digits) != number;

    private static double Rounded(double number, int digits) =>
        double.Parse(number.ToString($"G{digits}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The text, cleaned; of a long one the beginning, and how long it is.</summary>
    private static string Shorten(string text) => text.Length > MaxTextLength
        ? $"{SafeText.Clean(text[..MaxTextLength])}… ({DisplayText.Count(text.Length, "character")})"
        : SafeText.Clean(text);
}
