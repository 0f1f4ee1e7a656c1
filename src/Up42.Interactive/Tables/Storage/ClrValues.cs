using System.Collections;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Features;

namespace Up42.Interactive;

/// <summary>Values of .NET into columns.</summary>
internal static class ClrValues
{
    /// <summary>Sets a value as <see cref="ColumnData.Raw"/> gives it.</summary>
    public static void SetRaw(this ColumnBuilder column, int row, object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                column.Set(row, text);
                break;
            case long integer:
                column.Set(row, integer);
                break;
            case double real:
                column.Set(row, real);
                break;
            case bool boolean:
                column.Set(row, boolean);
                break;
            case byte[] json:
                column.SetJson(row, json);
                break;
            default:
                throw new InvalidOperationException($"Columns do not keep {value.GetType()}.");
        }
    }

    /// <summary>Sets any value: NaN and infinity are missing, lists and dictionaries become JSON, what else there is becomes its text.</summary>
    public static void SetValue(this ColumnBuilder column, int row, object? value) => column.SetRaw(row, ToRaw(value, Limits.Default));

    /// <summary>Any value as <see cref="ColumnData.Raw"/> gives it.</summary>
    public static object? ToRaw(object? value, Limits limits) => value switch
    {
        null or string or long or bool => value,
        double real => double.IsFinite(real) ? real : null,
        float real => double.IsFinite(real) ? double.Parse(real.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null,
        decimal number => (double)number,
        ulong number when number > long.MaxValue => (double)number,
        Enum name => name.ToString(),
        byte or sbyte or short or ushort or int or uint or ulong => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        DateTimeOffset date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture),
        DateTime date => date.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        JsonElement json => ToRaw(json),
        JsonNode json => ToRaw(JsonSerializer.SerializeToElement(json, JsonText.AnyType)),
        IAttributesTable or IEnumerable => JsonText.Compact(
            JsonSerializer.SerializeToUtf8Bytes(new NestedValue(limits).ToPlain(value), JsonText.AnyType)),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static object? ToRaw(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.TryGetInt64(out var integer) ? integer : double.IsFinite(json.GetDouble()) ? json.GetDouble() : null,
        _ => JsonText.Compact(JsonSerializer.SerializeToUtf8Bytes(json, JsonText.AnyType)),
    };
}
