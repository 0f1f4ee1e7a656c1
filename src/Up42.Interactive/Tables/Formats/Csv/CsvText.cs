using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Which texts CSV would take for something else, so that writing and reading agree on them.</summary>
internal static class CsvText
{
    private static readonly string[] Missing = ["NA", "N/A", "NaN", "null", "None"];

    /// <summary>Whether a text would be read as a number, as true or false, or as missing, were it not in quotes.</summary>
    public static bool IsAmbiguous(string text) => text.Length == 0 || IsMissing(text) || ToValue(text) is not null;

    /// <summary>Whether a cell without quotes stands for no value.</summary>
    public static bool IsMissing(string text) => text.Length == 0 || Missing.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>A number, or true or false; null of another text. What a number would not be written as stays text: 007 is none.</summary>
    public static object? ToValue(string text)
    {
        var digits = text.AsSpan(text is ['-', ..] ? 1 : 0);
        if (digits is ['0', >= '0' and <= '9', ..])
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && digits is [>= '0' and <= '9', ..] ? whole
            : digits is [>= '0' and <= '9' or '.', ..] && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
                && double.IsFinite(real) && !char.IsWhiteSpace(text[^1]) ? real
            : text.ToLowerInvariant() switch { "true" => true, "false" => false, _ => null };
    }

    /// <summary>A list or an object; null of another text.</summary>
    public static byte[]? ToJson(string text)
    {
        if (text is not (['[', .., ']'] or ['{', .., '}']))
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = Limits.Default.Nesting });
            return JsonText.Compact(JsonSerializer.SerializeToUtf8Bytes(json.RootElement, JsonText.AnyType));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A text that no spreadsheet takes for a formula: an apostrophe more, also where it has some already.</summary>
    public static string Disarm(string text) => IsFormula(text) ? $"'{text}" : text;

    /// <summary>The text before <see cref="Disarm"/>.</summary>
    public static string Rearm(string text) => text is ['\'', ..] && IsFormula(text) ? text[1..] : text;

    private static bool IsFormula(string text) => text.AsSpan().TrimStart('\'') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..];
}
