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
/// <param name="Features">What it holds; empty where it is packed.</param>
/// <param name="Packed">The same of a layer of many.</param>
internal sealed record VectorLayerData(
    string Name,
    string? Hint,
    string Group,
    string Color,
    bool Dashed,
    double FillOpacity,
    bool IsFootprint,
    int? Step,
    IReadOnlyList<VectorFeatureData> Features,
    PackedFeaturesData? Packed = null)
{
    private const int MaxNameLength = 120;

    /// <summary>The layer with its features as they are.</summary>
    public static VectorLayerData Create(MapLayer layer) => Create(layer, [.. layer.Features.Select(feature => Feature(layer, feature))], null);

    /// <summary>The layer with its features packed.</summary>
    public static VectorLayerData Create(MapLayer layer, PackedFeaturesData packed) => Create(layer, [], packed);

    /// <summary>A name of a feature, as far as it is shown.</summary>
    public static string Cut(string name) => DisplayText.Cut(name, MaxNameLength);

    /// <summary>What a feature looks like.</summary>
    public static FeatureStyleData StyleOf(MapLayer layer, MapFeature feature) => layer.ColorBy is not { } colors
        ? new(null, null)
        : colors.ClassOf(feature.Row) is { } index ? new(index, null) : new(null, colors.ColorOf(feature.Row));

    private static VectorLayerData Create(MapLayer layer, IReadOnlyList<VectorFeatureData> features, PackedFeaturesData? packed) => new(
        Cut(layer.Name),
        layer.Hint is null ? null : Cut(layer.Hint),
        layer.Group,
        layer.Color,
        layer.Dashed,
        layer.FillOpacity,
        layer.IsFootprint,
        layer.Step,
        features,
        packed);

    private static VectorFeatureData Feature(MapLayer layer, MapFeature feature)
    {
        var style = StyleOf(layer, feature);
        return new(style.Class, style.Color, Cut(feature.Name), Cut(feature.Label), feature.Geometry, feature.Row);
    }
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
