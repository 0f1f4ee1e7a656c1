using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plotly.NET;

namespace Up42.Interactive;

/// <summary>
/// Plotly.NET's figures as JSON. Its own way asks for each property through <c>dynamic</c>, which compiles code for it: nearly a fifth of the time of a
/// process that makes one plot.
/// </summary>
internal static class FigureJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The figure as Plotly.NET writes it, but for how numbers are written.</summary>
    public static string Create(GenericChart chart) => TryCreate(chart) ?? GenericChart.toFigureJson(chart);

    /// <summary>The figure; null where it holds a kind of value that figures of this library do not have.</summary>
    internal static string? TryCreate(GenericChart chart)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            if (!TryWrite(writer, GenericChart.toFigure(chart)))
            {
                return null;
            }
        }

        return Encoding.UTF8.GetString(json.GetBuffer(), 0, (int)json.Length);
    }

    private static bool TryWrite(Utf8JsonWriter writer, Figure figure)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("data");
        var isKnown = TryWriteValue(writer, figure.Data);
        writer.WritePropertyName("layout");
        isKnown &= TryWriteValue(writer, figure.Layout);
        writer.WritePropertyName("frames");
        isKnown &= TryWriteValue(writer, figure.Frames);
        writer.WriteEndObject();
        return isKnown;
    }

    /// <summary>Writes a value; false where it is of a kind that figures of this library do not have.</summary>
    private static bool TryWriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                return true;
            case string text:
                writer.WriteStringValue(text);
                return true;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                return true;
            case int or long:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                return true;
            case Trace trace:
                return TryWriteMembers(writer, trace.Properties.Prepend(KeyValuePair.Create<string, object?>("type", trace.type)));
            case DynamicObj.DynamicObj members:
                return TryWriteMembers(writer, members.Properties);
            case IDictionary entries:
                return TryWriteMembers(writer, entries.Keys.Cast<string>().Select(name => KeyValuePair.Create(name, entries[name])));
            case IEnumerable items:
                writer.WriteStartArray();
                var areKnown = true;
                foreach (var item in items)
                {
                    areKnown &= TryWriteValue(writer, item);
                }

                writer.WriteEndArray();
                return areKnown;
            default:
                writer.WriteNullValue();
                return false;
        }
    }

    private static bool TryWriteMembers(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> members)
    {
        writer.WriteStartObject();
        var areKnown = true;
        foreach (var (name, value) in members)
        {
            writer.WritePropertyName(name);
            areKnown &= TryWriteValue(writer, value);
        }

        writer.WriteEndObject();
        return areKnown;
    }
}
