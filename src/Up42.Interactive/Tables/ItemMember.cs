using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A property or field of a list's items, as a column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsGeometry">Whether it holds geometries.</param>
/// <param name="Get">Its value of an item.</param>
internal sealed record ItemMember(string Name, bool IsGeometry, Func<object, object?> Get)
{
    /// <summary>Those of a type, at most as many as a table has columns; indexers are none.</summary>
    public static ItemMember[] Of(Type type)
    {
        const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;
        var properties = type.GetProperties(Public).Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => new ItemMember(property.Name, IsPlace(property.PropertyType), property.GetValue));
        var fields = type.GetFields(Public).Select(field => new ItemMember(field.Name, IsPlace(field.FieldType), field.GetValue));
        return [.. properties.Concat(type.IsValueType ? fields : []).DistinctBy(member => member.Name).Take(Limits.Default.Columns)];
    }

    /// <summary>Whether a value is a cell of its own: it has no parts, or they say less than its text.</summary>
    public static bool IsPlain(object value) =>
        value is string or decimal or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan or Guid or Uri or Version or Type or Enum
            or JsonElement or JsonNode or IEnumerable or IDisplay
        || value.GetType().IsPrimitive;

    /// <summary>What a column keeps of a value: displays the line that they say of themselves; a secret by its column's name is hidden.</summary>
    public static object? ToValue(string column, object? value) => value switch
    {
        string text => IsSecret(column, text) ? "…" : text,
        TimeSpan time => DisplayText.Duration(time),
        FeatureTable table => table.Summary,
        IDisplay display => display.ToString(),
        _ => value,
    };

    /// <summary>The value; null where the property throws: one bad item does not hide the good ones.</summary>
    public object? Read(object item)
    {
        try
        {
            return Get(item);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    private static bool IsSecret(string column, string text) => $"{column}={text}" is var pair && SecretText.Hide(pair) != pair;

    private static bool IsPlace(Type type) => typeof(Geometry).IsAssignableFrom(type);
}
