using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Members of JSON from outside: what is missing or of another type reads as null.</summary>
internal static class JsonMembers
{
    /// <summary>A member that is there and not null.</summary>
    public static JsonElement? Find(this JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    /// <summary>A text; a number or a truth value as it is written.</summary>
    public static string? FindText(this JsonElement json, string name) => json.Find(name) is { } value ? ToText(value) : null;

    /// <summary>A finite number.</summary>
    public static double? FindNumber(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    /// <summary>A number of things that are counted exactly.</summary>
    public static decimal? FindDecimal(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) ? number : null;

    /// <summary>A date.</summary>
    public static DateTimeOffset? FindDate(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.String } value ? ToDate(ToUnicode(value)) : null;

    /// <summary>The values of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> FindList(this JsonElement json, string name) =>
        json.Find(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The texts of a list.</summary>
    public static IReadOnlyList<string> FindTexts(this JsonElement json, string name) => [.. json.FindList(name).Select(ToText).OfType<string>()];

    /// <summary>A date of the wire: ISO 8601 in UTC, with or without the zone; null where it is something else: in "03/04/2022" nobody
    /// knows the month.</summary>
    public static DateTimeOffset? ToDate(string? text) => text is [_, _, _, _, '-', ..] && char.IsAsciiDigit(text[0])
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var date)
            ? date
            : null;

    // Text that is not Unicode is thrown at whoever reads it, which is a display: JSON itself takes it.
    private static string ToUnicode(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return JsonText.Unescape(JsonMarshal.GetRawUtf8Value(text)[1..^1]);
        }
    }

    /// <summary>A text; a number or a truth value as it is written; null for what is more.</summary>
    public static string? ToText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ToUnicode(value),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };
}
