using System.Text.Json;

namespace Up42.Interactive;

/// <summary>The names that a feature of <c>data.json</c> gives the bands of its raster, in its property <c>bands</c>.</summary>
internal static class BandNames
{
    private const string Column = "bands";

    /// <summary>The names that the first feature with such a list gives; empty where none does.</summary>
    public static IReadOnlyList<string> Find(IEnumerable<FeatureRow> features) =>
        features.Select(Read).FirstOrDefault(names => names.Count > 0) ?? [];

    private static IReadOnlyList<string> Read(FeatureRow feature) =>
        feature.Any(property => property.Key == Column) && feature.GetJson(Column) is { ValueKind: JsonValueKind.Array } list
        && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(item => Plain(item.GetString()!))]
            : [];

    /// <summary>"3 red" is the band "red".</summary>
    private static string Plain(string name) => name.TrimStart("0123456789".ToCharArray()) is [' ', .. var rest] ? rest.Trim() : name;
}
