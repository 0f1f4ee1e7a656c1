using System.Text.Json;
using System.Text.Json.Nodes;

namespace Up42.Interactive;

/// <summary>JSON objects from whatever a user has them in.</summary>
internal static class JsonObjects
{
    /// <summary>The object.</summary>
    /// <param name="value">JSON text, a JsonElement, JsonDocument or JsonNode, or an object that serialises to a JSON object.</param>
    /// <param name="wanted">A sentence that says what is wanted.</param>
    /// <param name="options">How objects are serialised; null: as <see cref="JsonText.AnyType"/> does.</param>
    /// <exception cref="ArgumentException">It is not a JSON object.</exception>
    public static JsonObject Parse(object value, string wanted, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        try
        {
            var node = value is string text ? JsonNode.Parse(text) : JsonSerializer.SerializeToNode(value, value.GetType(), options ?? JsonText.AnyType);
            return node as JsonObject ?? throw new ArgumentException(wanted, nameof(value));
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"{wanted} It is not JSON: line {error.LineNumber + 1} breaks it.", nameof(value), error);
        }
    }
}
