using System.Globalization;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>JSON as nested lists, for input parameters: geometries and long lists in words, the whole within bounds.</summary>
internal sealed class JsonTree
{
    private const int MaxLines = 200;
    private const int MaxDepth = 8;
    private const int MaxTextLength = 300;
    private const int MaxRowLength = 12;
    private int _lines;

    private JsonTree()
    {
    }

    public static Html Render(JsonElement json) => new JsonTree().Value(json, depth: 0);

    private Html Value(JsonElement json, int depth) => json.ValueKind switch
    {
        JsonValueKind.Object when Geometry(json) is { } geometry => Html.Text(geometry),
        JsonValueKind.Object when depth < MaxDepth && json.EnumerateObject().Any() => Members(json, depth),
        JsonValueKind.Array when IsRow(json) => Html.Text(string.Join(", ", json.EnumerateArray().Select(Scalar))),
        JsonValueKind.Array when depth < MaxDepth && json.GetArrayLength() > 0 => Items(json, depth),
        JsonValueKind.Object => Html.Text(json.EnumerateObject().Any() ? "{…}" : "{}"),
        JsonValueKind.Array => Html.Text(json.GetArrayLength() > 0 ? $"{DisplayText.Count(json.GetArrayLength(), "item")}" : "[]"),
        _ => Html.Text(Scalar(json)),
    };

    private Html Members(JsonElement json, int depth) => List(
        json.EnumerateObject().Select(member => (Func<Html>)(() => Html.Format($"<li><b>{Short(member.Name)}</b>: {Value(member.Value, depth + 1)}</li>"))),
        json.EnumerateObject().Count());

    private Html Items(JsonElement json, int depth) =>
        List(json.EnumerateArray().Select(item => (Func<Html>)(() => Html.Format($"<li>{Value(item, depth + 1)}</li>"))), json.GetArrayLength());

    private Html List(IEnumerable<Func<Html>> items, int count)
    {
        var shown = new List<Html>();
        foreach (var item in items)
        {
            if (++_lines > MaxLines)
            {
                shown.Add(Html.Format($"<li>{DisplayText.Count(count - shown.Count, "more line")} not shown</li>"));
                break;
            }

            shown.Add(item());
        }

        return Html.Format($"<ul>{shown}</ul>");
    }

    private static bool IsRow(JsonElement json) => json.GetArrayLength() is > 0 and <= MaxRowLength
        && json.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array));

    // "Polygon, 5 positions" says more than its coordinates.
    private static string? Geometry(JsonElement json) =>
        json.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String
        && json.TryGetProperty("coordinates", out var coordinates) && coordinates.ValueKind == JsonValueKind.Array
            ? string.Create(CultureInfo.InvariantCulture, $"{Short(type.GetString()!)}, {DisplayText.Count(Positions(coordinates, 0), "position")}")
            : null;

    private static int Positions(JsonElement coordinates, int depth) => depth > MaxDepth || coordinates.ValueKind != JsonValueKind.Array ? 0
        : coordinates.GetArrayLength() > 0 && coordinates[0].ValueKind == JsonValueKind.Number ? 1
        : coordinates.EnumerateArray().Sum(part => Positions(part, depth + 1));

    private static string Scalar(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => Short(json.GetString()!),
        JsonValueKind.Null or JsonValueKind.Undefined => "null",
        _ => Short(json.GetRawText()),
    };

    private static string Short(string text) => SafeText.Clean(text, MaxTextLength);
}
