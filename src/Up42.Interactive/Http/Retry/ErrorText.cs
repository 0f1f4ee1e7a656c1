using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The words in an error, whatever shape a framework gave it: texts, lists of them, objects that name a field and what is wrong with it.</summary>
internal static class ErrorText
{
    private const int MaxDepth = 4;
    private const int MaxParts = 5;
    private static readonly string[] Lists = ["errors", "invalid-params", "invalidParams", "invalid_params", "violations", "subErrors"];
    private static readonly string[] Places = ["field", "name", "loc", "pointer", "path", "parameter", "source"];
    private static readonly string[] Reasons = ["message", "detail", "reason", "msg", "title", "description", "defaultMessage"];

    /// <summary>The first of some members that says something; URLs, as problem documents have for a type, say nothing to a reader.</summary>
    public static string? Find(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.Find(name) is { } value && Format(value) is { Length: > 0 } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>What the lists of single errors say; null where there are none.</summary>
    public static string? FindList(JsonElement json) => Find(json, Lists);

    private static string? Format(JsonElement value, int depth = 0) => depth > MaxDepth ? null : value.ValueKind switch
    {
        JsonValueKind.Array => Join("; ", value.EnumerateArray().Select(item => Format(item, depth + 1))),
        JsonValueKind.Object => Fields(value, depth),
        JsonValueKind.True or JsonValueKind.False => null,
        _ => JsonMembers.ToText(value)?.Trim() is { } text && !IsUrl(text) ? text : null,
    };

    // {"name":"item","message":"…"}, or each field under its own name: {"item":["…"]}.
    private static string? Fields(JsonElement json, int depth)
    {
        var reason = Reasons.Select(name => Member(json, name, depth)).FirstOrDefault(text => text is { Length: > 0 });
        return reason is not null
            ? Join(": ", [Place(json, depth), reason.TrimEnd('.')])
            : Join("; ", json.EnumerateObject().Select(member => Format(member.Value, depth + 1) is { Length: > 0 } text
                ? Join(": ", [member.Name, text.TrimEnd('.')])
                : null));
    }

    private static string? Place(JsonElement json, int depth) => Places
        .Select(name => json.Find(name) is { ValueKind: JsonValueKind.Array } path
            ? Join(".", path.EnumerateArray().Select(JsonMembers.ToText))
            : Member(json, name, depth))
        .FirstOrDefault(text => text is { Length: > 0 });

    private static string? Member(JsonElement json, string name, int depth) => json.Find(name) is { } value ? Format(value, depth + 1) : null;

    private static string Join(string separator, IEnumerable<string?> parts) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)).Take(MaxParts));

    private static bool IsUrl(string text) =>
        text.Contains("://", StringComparison.Ordinal) ? !text.Contains(' ', StringComparison.Ordinal)
            : text.StartsWith("about:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("urn:", StringComparison.OrdinalIgnoreCase);
}
