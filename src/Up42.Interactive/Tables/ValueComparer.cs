using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The order of values in a column: numbers, booleans, dates, texts, then JSON.</summary>
internal sealed class ValueComparer : IComparer<object>
{
    public static ValueComparer Instance { get; } = new();

    public int Compare(object? x, object? y) => (x, y) switch
    {
        (long a, long b) => a.CompareTo(b),
        (long or double, long or double) => Number(x).CompareTo(Number(y)),
        (bool a, bool b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (string a, string b) => StringComparer.OrdinalIgnoreCase.Compare(a, b) is var order && order != 0 ? order : string.CompareOrdinal(a, b),
        (JsonElement a, JsonElement b) => string.CompareOrdinal(a.GetRawText(), b.GetRawText()),
        _ => Rank(x).CompareTo(Rank(y)),
    };

    private static double Number(object value) => value is long integer ? integer : (double)value;

    private static int Rank(object? value) => value switch { long or double => 0, bool => 1, DateTimeOffset => 2, string => 3, _ => 4 };
}
