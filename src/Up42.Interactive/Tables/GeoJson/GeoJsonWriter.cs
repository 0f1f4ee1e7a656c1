using System.Buffers.Binary;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Writes tables as GeoJSON (RFC 7946): one FeatureCollection, each feature on a line of its own.</summary>
internal static class GeoJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static void Write(FeatureTable table, Stream target)
    {
        target.Write("{\"type\":\"FeatureCollection\",\"features\":["u8);
        using var writer = new Utf8JsonWriter(target, Options);
        for (var row = 0; row < table.Count; row++)
        {
            target.Write(row == 0 ? "\n"u8 : ",\n"u8);
            WriteFeature(writer, table, row);
            writer.Flush();
            writer.Reset();
        }

        target.Write("\n]}\n"u8);
    }

    private static void WriteFeature(Utf8JsonWriter writer, FeatureTable table, int row)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "Feature"u8);
        if (table.Store.Ids.Raw(table.StoreRow(row)) is { } id)
        {
            writer.WritePropertyName("id"u8);
            WriteValue(writer, id);
        }

        writer.WritePropertyName("geometry"u8);
        if (table.WkbAt(row) is { } wkb)
        {
            var at = 0;
            WriteGeometry(writer, wkb.Span, ref at);
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteStartObject("properties"u8);
        foreach (var column in table.Columns)
        {
            writer.WritePropertyName(JsonText.WithoutLoneSurrogates(column.Name));
            WriteValue(writer, column.RawAt(row));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(JsonText.WithoutLoneSurrogates(text));
                break;
            case long integer:
                writer.WriteNumberValue(integer);
                break;
            case double real:
                var digits = real.ToString("R", CultureInfo.InvariantCulture);
                writer.WriteRawValue(digits.AsSpan().IndexOfAny('.', 'E') < 0 ? $"{digits}.0" : digits, skipInputValidation: true);
                break;
            case bool boolean:
                writer.WriteBooleanValue(boolean);
                break;
            case byte[] json:
                writer.WriteRawValue(json, skipInputValidation: true);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteGeometry(Utf8JsonWriter writer, ReadOnlySpan<byte> wkb, ref int at)
    {
        var type = WkbType.Read(wkb[at..]);
        writer.WriteStartObject();
        writer.WriteString("type"u8, WkbType.Name(type));
        if (type == WkbType.GeometryCollection)
        {
            writer.WriteStartArray("geometries"u8);
            at += 5;
            for (var members = ReadCount(wkb, ref at); members > 0; members--)
            {
                WriteGeometry(writer, wkb, ref at);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WritePropertyName("coordinates"u8);
            WriteCoordinates(writer, wkb, ref at);
        }

        writer.WriteEndObject();
    }

    private static void WriteCoordinates(Utf8JsonWriter writer, ReadOnlySpan<byte> wkb, ref int at)
    {
        var (type, ordinates) = (WkbType.Read(wkb[at..]), WkbType.HasZ(wkb[at..]) ? 3 : 2);
        at += 5;
        if (type == WkbType.Point)
        {
            WritePosition(writer, wkb, ordinates, ref at);
            return;
        }

        writer.WriteStartArray();
        for (var parts = ReadCount(wkb, ref at); parts > 0; parts--)
        {
            switch (type)
            {
                case WkbType.LineString:
                    WritePosition(writer, wkb, ordinates, ref at);
                    break;
                case WkbType.Polygon:
                    writer.WriteStartArray();
                    for (var positions = ReadCount(wkb, ref at); positions > 0; positions--)
                    {
                        WritePosition(writer, wkb, ordinates, ref at);
                    }

                    writer.WriteEndArray();
                    break;
                default:
                    WriteCoordinates(writer, wkb, ref at);
                    break;
            }
        }

        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, ReadOnlySpan<byte> wkb, int ordinates, ref int at)
    {
        writer.WriteStartArray();
        for (var i = 0; i < ordinates; i++, at += 8)
        {
            var ordinate = BinaryPrimitives.ReadDoubleLittleEndian(wkb[at..]);
            if (double.IsFinite(ordinate))
            {
                writer.WriteNumberValue(ordinate);
            }
        }

        writer.WriteEndArray();
    }

    private static int ReadCount(ReadOnlySpan<byte> wkb, ref int at)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += 4;
        return count;
    }
}
