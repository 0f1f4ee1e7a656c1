using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Features;

namespace Up42.Interactive;

/// <summary>A list or dictionary as what the JSON writer knows. It may go on for ever, or hold itself: so many items are taken, so deep.</summary>
internal sealed class NestedValue(Limits limits)
{
    private const string Rest = "…";

    private int _left = limits.ListItems;

    /// <summary>The value with an ellipsis in place of what is beyond the limits.</summary>
    public object? ToPlain(object? value) => ToPlain(value, depth: 0);

    private object? ToPlain(object? value, int depth) => value switch
    {
        string or JsonElement or JsonNode => value,
        IAttributesTable or IEnumerable when depth == limits.Nesting => Rest,
        IAttributesTable attributes => ToObject(attributes.GetNames().Select(name => (name, (object?)attributes[name])), depth),
        IDictionary map => ToObject(map.Keys.Cast<object>().Select(key => ($"{key}", map[key])), depth),
        IEnumerable list => ToList(list, depth),
        _ => ClrValues.ToRaw(value, limits),
    };

    private Dictionary<string, object?> ToObject(IEnumerable<(string Name, object? Value)> members, int depth)
    {
        var values = new Dictionary<string, object?>();
        foreach (var (name, value) in members)
        {
            if (--_left < 0)
            {
                values[Rest] = Rest;
                break;
            }

            values[name] = ToPlain(value, depth + 1);
        }

        return values;
    }

    private List<object?> ToList(IEnumerable list, int depth)
    {
        var values = new List<object?>();
        foreach (var value in list)
        {
            if (--_left < 0)
            {
                values.Add(Rest);
                break;
            }

            values.Add(ToPlain(value, depth + 1));
        }

        return values;
    }
}
