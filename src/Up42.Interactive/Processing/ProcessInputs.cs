using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The body of a validation, a cost or a run, from whatever a user has the inputs in.</summary>
internal static class ProcessInputs
{
    private const string Wanted = "Inputs are a STAC item, or a JSON object such as { title, item }.";

    private static readonly JsonSerializerOptions Options = new(JsonText.AnyType) { Converters = { new ItemConverter() } };

    /// <summary>The body. An item stands for its own URL, alone or among other inputs; without a title the process's is taken.</summary>
    /// <param name="inputs">An item, JSON text, a JsonElement, JsonDocument or JsonNode, or an object that serialises to a JSON object.</param>
    /// <param name="title">The title of inputs that have none.</param>
    /// <exception cref="ArgumentException">They are not a JSON object, or an item has no URL of its own.</exception>
    public static ReadOnlyMemory<byte> ToJson(object inputs, string title)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var json = inputs is StacItem item
            ? new JsonObject { ["title"] = item.Title is null ? title : $"{title}: {item.Title}", ["item"] = UrlOf(item) }
            : JsonObjects.Parse(inputs, Wanted, Options);
        json["title"] ??= title;
        return JsonSerializer.SerializeToUtf8Bytes<JsonNode>(new JsonObject { ["inputs"] = json }, JsonText.AnyType);
    }

    private static string UrlOf(StacItem item) =>
        item.SelfUrl ?? throw new ArgumentException($"Item {item.Id} has no URL of its own, by which a process takes it.");

    private sealed class ItemConverter : JsonConverter<StacItem>
    {
        public override StacItem Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, StacItem value, JsonSerializerOptions options) => writer.WriteStringValue(UrlOf(value));
    }
}
