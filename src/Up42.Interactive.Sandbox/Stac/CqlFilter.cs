using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive.Sandbox;

/// <summary>CQL2 as JSON over the properties of an item. What is not known is neither true nor false, as the standard has it.</summary>
internal sealed class CqlFilter
{
    private readonly JsonNode _root;

    /// <exception cref="BadQueryException">It has an operator that is not known here, or not as many arguments as it needs.</exception>
    public CqlFilter(JsonNode root)
    {
        _root = root is JsonObject ? root : throw new BadQueryException("The filter is not CQL2 as JSON.");
        // What is wrong with it is wrong with every item: tried once with none.
        Matches(_ => null);
    }

    /// <summary>Whether an item with these properties is one that was asked for.</summary>
    public bool Matches(Func<string, JsonNode?> property) => Evaluate(_root, property) is true;

    private static object? Evaluate(JsonNode? node, Func<string, JsonNode?> property) => node switch
    {
        null => null,
        JsonValue value => Literal(value),
        JsonArray array => array.Select(entry => Evaluate(entry, property)).ToList(),
        JsonObject named when Text(named["property"]) is { } name => Evaluate(property(name), property),
        JsonObject time when Text(time["timestamp"] ?? time["date"]) is { } text => Time(text) ?? throw new BadQueryException($"{text} is not a time."),
        JsonObject operation when Text(operation["op"]) is { } name && operation["args"] is JsonArray arguments =>
            Apply(name, [.. arguments.Select(argument => Evaluate(argument, property))]),
        _ => throw new BadQueryException("The filter is not CQL2 as JSON."),
    };

    private static object? Literal(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => (string?)value,
        JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static object? Apply(string name, object?[] arguments) => (name.ToLowerInvariant(), arguments) switch
    {
        ("and", { Length: > 0 }) => arguments.Contains(false) ? false : Array.TrueForAll(arguments, argument => argument is true) ? true : null,
        ("or", { Length: > 0 }) => arguments.Contains(true) ? true : Array.TrueForAll(arguments, argument => argument is false) ? false : null,
        ("not", [var only]) => only is bool known ? !known : null,
        ("isnull", [var only]) => only is null,
        ("casei", [var only]) => only is string text ? text.ToLowerInvariant() : only,
        ("=", [var left, var right]) => Same(left, right),
        ("<>", [var left, var right]) => Same(left, right) is { } same ? !same : null,
        ("<", [var left, var right]) => Compare(left, right) is { } order ? order < 0 : null,
        ("<=", [var left, var right]) => Compare(left, right) is { } order ? order <= 0 : null,
        (">", [var left, var right]) => Compare(left, right) is { } order ? order > 0 : null,
        (">=", [var left, var right]) => Compare(left, right) is { } order ? order >= 0 : null,
        ("between", [var value, var low, var high]) =>
            Compare(value, low) is { } atLeast && Compare(value, high) is { } atMost ? atLeast >= 0 && atMost <= 0 : null,
        ("in", [var value, List<object?> list]) => value is null ? null : list.Exists(entry => Same(value, entry) is true),
        ("like", [var value, var pattern]) => (value, pattern) switch
        {
            (string text, string like) => IsLike(text, like),
            _ => null,
        },
        ("a_contains", [var list, List<object?> wanted]) => list is List<object?> held ? wanted.TrueForAll(held.Contains) : null,
        ("a_overlaps", [var list, List<object?> wanted]) => list is List<object?> held ? wanted.Exists(held.Contains) : null,
        _ => throw new BadQueryException($"The filter's operator {name} is not known, or not with {arguments.Length} arguments."),
    };

    // A list, such as tags, is the same as what it holds.
    private static bool? Same(object? left, object? right) => (left, right) switch
    {
        (null, _) or (_, null) => null,
        (List<object?> list, _) => list.Contains(right),
        (_, List<object?> list) => list.Contains(left),
        _ => Compare(left, right) is { } order ? order == 0 : false,
    };

    private static int? Compare(object? left, object? right) => (left, right) switch
    {
        (double a, double b) => a.CompareTo(b),
        (bool a, bool b) => a.CompareTo(b),
        (DateTimeOffset a, DateTimeOffset b) => a.CompareTo(b),
        (DateTimeOffset a, string b) => Time(b) is { } time ? a.CompareTo(time) : null,
        (string a, DateTimeOffset b) => Time(a) is { } time ? time.CompareTo(b) : null,
        (string a, string b) => Time(a) is { } first && Time(b) is { } second ? first.CompareTo(second) : string.CompareOrdinal(a, b),
        _ => null,
    };

    private static DateTimeOffset? Time(string text) =>
        text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-'
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : null;

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? (string?)node : null;

    // % any text, _ any character, \ takes the next one as it is. Goes back to the last % only: no pattern takes long.
    private static bool IsLike(string text, string pattern)
    {
        var (at, in_, star, mark) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            var escaped = in_ + 1 < pattern.Length && pattern[in_] == '\\';
            if (in_ < pattern.Length && pattern[in_] == '%')
            {
                (star, mark) = (in_++, at);
            }
            else if (in_ < pattern.Length && (escaped ? pattern[in_ + 1] == text[at] : pattern[in_] == '_' || pattern[in_] == text[at]))
            {
                (in_, at) = (in_ + (escaped ? 2 : 1), at + 1);
            }
            else if (star >= 0)
            {
                (in_, at) = (star + 1, ++mark);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(in_).TrimStart('%').IsEmpty;
    }
}
