using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A layer of features.</summary>
/// <param name="Name">Its name in the layer control.</param>
/// <param name="Group">The heading it stands under there.</param>
/// <param name="Color">The colour of its outlines, as <c>#rrggbb</c>.</param>
/// <param name="Dashed">Whether outlines are dashed.</param>
/// <param name="FillOpacity">How opaque the inside of polygons is, 0 to 1.</param>
/// <param name="Categories">The key of categories; empty where there are none.</param>
/// <param name="Bar">The key of a scale of colours.</param>
/// <param name="Features">What it holds.</param>
internal sealed record VectorLayerData(
    string Name,
    string Group,
    string Color,
    bool Dashed,
    double FillOpacity,
    IReadOnlyList<CategoryData> Categories,
    ColorBarData? Bar,
    IReadOnlyList<VectorFeatureData> Features)
{
    private const int MaxNameLength = 120;

    public static VectorLayerData Create(MapLayer layer) => new(
        DisplayText.Cut(layer.Name, MaxNameLength),
        layer.Group,
        layer.Color,
        layer.Dashed,
        layer.FillOpacity,
        [.. layer.ColorBy?.Categories.Select(category => new CategoryData(DisplayText.Cut(category.Name, MaxNameLength), category.Color)) ?? []],
        ColorBarData.Create(layer.ColorBy?.Bar),
        [.. layer.Features.Select(feature => Feature(layer, feature))]);

    private static VectorFeatureData Feature(MapLayer layer, MapFeature feature) => new(
        layer.ColorBy is null ? null : layer.ColorOf(feature),
        DisplayText.Cut(feature.Name, MaxNameLength),
        DisplayText.Cut(FeatureLabel.Create(feature.Row, feature.Name), MaxNameLength),
        feature.Geometry,
        feature.Row);
}

/// <summary>A category of a layer's key.</summary>
internal sealed record CategoryData(string Name, string Color);

/// <summary>A feature.</summary>
/// <param name="Color">Its own colour; null: its layer's.</param>
/// <param name="Name">Its name.</param>
/// <param name="Label">What it is called under the pointer.</param>
/// <param name="Geometry">Where it is, in degrees.</param>
/// <param name="Properties">What is known of it.</param>
internal sealed record VectorFeatureData(
    string? Color,
    string Name,
    string Label,
    [property: JsonConverter(typeof(GeometryConverter))] Geometry Geometry,
    [property: JsonConverter(typeof(FeaturePropertiesConverter))] FeatureRow Properties);
