using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Features on the map.</summary>
/// <param name="Group">The heading it stands under in the layer control.</param>
/// <param name="Name">Its name.</param>
/// <param name="Color">The colour of its outlines.</param>
/// <param name="Dashed">Whether outlines are dashed.</param>
/// <param name="Features">What it holds.</param>
internal sealed record MapLayer(string Group, string Name, string Color, bool Dashed, IReadOnlyList<MapFeature> Features)
{
    /// <summary>How opaque the inside of polygons is that a column colours.</summary>
    public const double ColoredOpacity = 0.6;

    /// <summary>What there is to know besides the name; null for nothing.</summary>
    public string? Hint { get; init; }

    /// <summary>The side of a comparison that shows it, from 0; null where all do.</summary>
    public int? Step { get; init; }

    /// <summary>Whether a column may colour it.</summary>
    public bool IsColored { get; init; } = true;

    /// <summary>Whether it is the area of interest.</summary>
    public bool IsArea { get; init; }

    /// <summary>Whether its areas are those that results cover.</summary>
    public bool IsFootprint { get; init; }

    /// <summary>What colours features by a column; null where one colour serves all.</summary>
    public FeatureColors? ColorBy { get; init; }

    /// <summary>Whether it outlines images, whose colours a filling would change.</summary>
    public bool FramesImages { get; init; }

    /// <summary>How opaque the inside of polygons is, 0 to 1: empty, so that images keep their colours, but where a column colours it.</summary>
    public double FillOpacity => ColorBy is null || FramesImages ? 0 : ColoredOpacity;

    /// <summary>The table that the features are rows of.</summary>
    public FeatureTable Table => Features[0].Row.Table;

    /// <summary>The width of outlines on paper.</summary>
    public double Width => FillOpacity > 0 ? 1 : 2;

    /// <summary>The colour of a feature.</summary>
    public string ColorOf(MapFeature feature) => ColorBy?.ColorOf(feature.Row) ?? Color;
}

/// <summary>A feature on the map.</summary>
/// <param name="Name">Its name: the value of the column that was asked for, else its id.</param>
/// <param name="Geometry">Where it is, in degrees.</param>
/// <param name="Row">Its properties.</param>
internal sealed record MapFeature(string Name, Geometry Geometry, FeatureRow Row)
{
    /// <summary>What displays call it; its name where they know nothing better.</summary>
    public string Label { get; init; } = Name;
}
