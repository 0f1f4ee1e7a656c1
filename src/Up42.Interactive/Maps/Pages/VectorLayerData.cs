using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A layer of features.</summary>
/// <param name="Name">Its name in the layer control.</param>
/// <param name="Hint">What there is to know besides the name.</param>
/// <param name="Group">The heading it stands under there.</param>
/// <param name="Color">The colour of its outlines, as <c>#rrggbb</c>.</param>
/// <param name="Dashed">Whether outlines are dashed.</param>
/// <param name="FillOpacity">How opaque the inside of polygons is, 0 to 1.</param>
/// <param name="IsFootprint">Whether its areas are those that results cover.</param>
/// <param name="Step">The step of the page that it belongs to; null where it belongs to all.</param>
/// <param name="Features">What it holds.</param>
internal sealed record VectorLayerData(
    string Name,
    string? Hint,
    string Group,
    string Color,
    bool Dashed,
    double FillOpacity,
    bool IsFootprint,
    int? Step,
    IReadOnlyList<VectorFeatureData> Features)
{
    private const int MaxNameLength = 120;

    public static VectorLayerData Create(MapLayer layer) => new(
        DisplayText.Cut(layer.Name, MaxNameLength),
        layer.Hint is null ? null : DisplayText.Cut(layer.Hint, MaxNameLength),
        layer.Group,
        layer.Color,
        layer.Dashed,
        layer.FillOpacity,
        layer.IsFootprint,
        layer.Step,
        [.. layer.Features.Select(feature => Feature(layer, feature))]);

    private static VectorFeatureData Feature(MapLayer layer, MapFeature feature) => new(
        layer.ColorBy?.ClassOf(feature.Row),
        layer.ColorBy is { } colors && colors.ClassOf(feature.Row) is null ? colors.ColorOf(feature.Row) : null,
        DisplayText.Cut(feature.Name, MaxNameLength),
        DisplayText.Cut(feature.Label, MaxNameLength),
        feature.Geometry,
        feature.Row);
}

/// <summary>A feature.</summary>
/// <param name="Class">The row of the map's key that it belongs to; null where it has none.</param>
/// <param name="Color">Its own colour; null: its class's, else its layer's.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it is called under the pointer.</param>
/// <param name="Geometry">Where it is, in degrees.</param>
/// <param name="Properties">What is known of it.</param>
internal sealed record VectorFeatureData(
    int? Class,
    string? Color,
    string Name,
    string Label,
    [property: JsonConverter(typeof(GeometryConverter))] Geometry Geometry,
    [property: JsonConverter(typeof(FeaturePropertiesConverter))] FeatureRow Properties);
