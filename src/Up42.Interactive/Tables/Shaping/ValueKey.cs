using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What a value is compared by where rows are grouped, counted or joined.</summary>
internal static class ValueKey
{
    private const double MaxExact = 1L << 53;

    /// <summary>Equal for equal values: 1 and 1.0, dates of one instant, lists and objects of the same JSON. Null of a missing one.</summary>
    public static object? Of(object? value) => value switch
    {
        double real when Math.Abs(real) <= MaxExact && real == Math.Floor(real) => (long)real,
        JsonElement json => new JsonKey(json.GetRawText()),
        _ => value,
    };

    private sealed record JsonKey(string Text);
}
