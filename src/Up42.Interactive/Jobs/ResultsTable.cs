using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The results table of a job or a task, from the response that holds it: a bare FeatureCollection.</summary>
internal static class ResultsTable
{
    public static FeatureTable Read(string name, ApiResponse response) => GeoJsonText.Read(response.ReadBody().ToArray(), name);

    public static JsonDocument ReadJson(ApiResponse response) => response.ReadJson(Limits.Default.ResponseBytes);
}
