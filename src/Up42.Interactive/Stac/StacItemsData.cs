using System.Text.Json.Serialization;

namespace Up42.Interactive;

/// <summary>The data of items on one page: table, map and gallery.</summary>
/// <param name="Table">The table.</param>
/// <param name="Outlines">The map; null where no item has a place.</param>
/// <param name="Pictures">The rows whose pictures the static part shows, in its order.</param>
internal sealed record StacItemsData(JobsTableData Table, OutlinesData? Outlines, IReadOnlyList<int> Pictures);

/// <summary>The outlines of rows on a small map.</summary>
/// <param name="Label">The map's place in words.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Height">Its height in pixels.</param>
/// <param name="Graticule">Meridians and parallels, as the path of an SVG.</param>
/// <param name="Paths">The outline of each row as such a path; empty for a row without a place.</param>
internal sealed record OutlinesData(string Label, int Width, int Height, string Graticule, IReadOnlyList<string> Paths);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PageTextConverter), typeof(PageNumberConverter)])]
[JsonSerializable(typeof(StacItemsData))]
internal sealed partial class StacItemsJson : JsonSerializerContext;
