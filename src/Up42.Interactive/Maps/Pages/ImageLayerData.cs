using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>A picture in EPSG:3857.</summary>
/// <param name="Group">The heading it stands under in the layer control.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Hint">File, bands, stretch and reduction.</param>
/// <param name="Source">The picture as a URL.</param>
/// <param name="Alt">What it shows, in words.</param>
/// <param name="Bounds">The picture's outer edges.</param>
/// <param name="Valid">The box around the pixels that hold data.</param>
/// <param name="Columns">The picture's columns.</param>
/// <param name="Rows">The picture's rows.</param>
/// <param name="Bar">The key of one band's colours.</param>
/// <param name="Values">What the pointer reads.</param>
/// <param name="Step">The step of the page that it belongs to; null where there are none.</param>
/// <param name="Restyle">What is needed to show it anew; null where it cannot be.</param>
internal sealed record ImageLayerData(
    string Group,
    string Name,
    string Hint,
    string Source,
    string Alt,
    [property: JsonConverter(typeof(BoundsConverter))] Envelope Bounds,
    [property: JsonConverter(typeof(BoundsConverter))] Envelope Valid,
    int Columns,
    int Rows,
    ColorBarData? Bar,
    MapReadoutData? Values,
    int? Step,
    RestyleData? Restyle)
{
    /// <summary>The finer levels that the page carries; null where it carries none.</summary>
    public ImageDetailData? Detail { get; init; }

    private const int MaxNameLength = 120;
    private const int MaxAltLength = 2000;

    public static ImageLayerData Create(MapImage image) => new(
        image.Group,
        DisplayText.Cut(image.Name, MaxNameLength),
        DisplayText.Cut(image.Hint, MaxAltLength),
        image.Source,
        DisplayText.Cut(image.Alt, MaxAltLength),
        image.Bounds,
        image.ValidBounds,
        image.Width,
        image.Height,
        ColorBarData.Create(image.Bar),
        image.Values,
        image.Step,
        image.Restyle?.Data);
}
