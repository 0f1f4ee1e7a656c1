using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Up42.Interactive;

/// <summary>
/// The data that a page's script starts with. Its types are records whose names end in <c>Data</c>; interfaces of the same names in
/// <c>web/src</c> mirror them member by member, which a test holds. A member that is null is not written.
/// </summary>
internal static class PageData
{
    /// <summary>How they are written. The data lie in the page in base64: no text in them can end a script.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The data as UTF-8 JSON.</summary>
    /// <param name="data">The data.</param>
    /// <param name="type">Their type in a source-generated context that writes texts by <see cref="PageTextConverter"/>.</param>
    public static byte[] Serialize<T>(T data, JsonTypeInfo<T> type)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, Options))
        {
            JsonSerializer.Serialize(writer, data, type);
        }

        return json.ToArray();
    }
}
