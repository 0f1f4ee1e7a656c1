using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Answers as objects.</summary>
internal static class Wire
{
    /// <summary>One object; an answer of another shape is an error that names the call.</summary>
    public static T Read<T>(string what, JsonElement data, Func<JsonElement, T> parse)
    {
        try
        {
            return parse(data);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            var place = error is JsonException { Path: { } path } ? $" (at {SingleLine.Format(path)})" : "";
            throw new Up42Exception($"{what} was answered in a form that is not UP42's{place}.", error);
        }
    }

    /// <summary>A list of objects.</summary>
    public static IReadOnlyList<T> ReadList<T>(string what, JsonElement data, Func<JsonElement, T> parse) =>
        Read(what, data, list => (IReadOnlyList<T>)[.. list.EnumerateArray().Select(parse)]);

    /// <summary>A results table: a bare FeatureCollection.</summary>
    public static FeatureTable ReadTable(string what, ApiResponse answer)
    {
        answer.ReadJson().Dispose();
        var tokens = new JsonTokens(answer.Body.ToArray(), what);
        return GeoJsonReader.Read(ref tokens);
    }
}
