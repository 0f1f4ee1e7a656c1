using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>The data of a map's page.</summary>
internal sealed record MapPageData
{
    /// <summary>What the map is fitted to.</summary>
    [JsonConverter(typeof(BoundsConverter))]
    public required Envelope Bounds { get; init; }

    public required IReadOnlyList<BasemapData> Basemaps { get; init; }

    /// <summary>The basemap that shows at first, from 0; -1 for the neutral ground.</summary>
    public required int Basemap { get; init; }

    public IReadOnlyList<ImageLayerData> Images { get; init; } = [];

    public IReadOnlyList<VectorLayerData> Vectors { get; init; } = [];

    /// <summary>The sides of a comparison, or the dates of a timeline; empty on other maps.</summary>
    public IReadOnlyList<MapStepData> Steps { get; init; } = [];

    /// <summary>"timeline", or the name of a <see cref="CompareMode"/> in small letters; null on other maps.</summary>
    public string? Mode { get; init; }

    /// <summary>The colours that images can be shown in; empty where none can be shown anew.</summary>
    public IReadOnlyList<ColorScaleData> Scales { get; init; } = [];

    /// <summary>What the colours of images mean whose classes have names; null where there are none.</summary>
    public IReadOnlyList<ClassKeyData>? ClassKeys { get; init; }

    /// <summary>What the colours of features mean; null where no column colours them.</summary>
    public FeatureKeyData? Key { get; init; }

    /// <summary>What is not shown, in words.</summary>
    public string Remarks { get; init; } = string.Empty;

    /// <summary>Outlines to start from, on a map to draw on.</summary>
    [JsonConverter(typeof(GeometryConverter))]
    public Geometry? Draw { get; init; }

    /// <summary>The data of an empty map.</summary>
    public static MapPageData Create(Envelope bounds, MapOptions options) => new()
    {
        Bounds = bounds,
        Basemaps = [.. options.AllBasemaps.Select(BasemapData.Create)],
        Basemap = options.HasBasemap ? 0 : -1,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(PageTextConverter), typeof(PageNumberConverter)])]
[JsonSerializable(typeof(MapPageData))]
[JsonSerializable(typeof(IReadOnlyList<VectorLayerData>))]
[JsonSerializable(typeof(FormulaNamesData))]
internal sealed partial class MapPageJson : JsonSerializerContext;
