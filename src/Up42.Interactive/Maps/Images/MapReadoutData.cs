using System.Text.Json.Serialization;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>True values at the middles of cells that lie evenly over an image on the map, for the readout under the pointer.</summary>
/// <param name="Columns">Columns of cells.</param>
/// <param name="Rows">Rows of cells.</param>
/// <param name="Bands">The bands' names.</param>
/// <param name="Values">By band; rows from the north, NaN where there is no data.</param>
internal sealed record MapReadoutData(
    int Columns, int Rows, IReadOnlyList<string> Bands, [property: JsonConverter(typeof(ReadoutValuesConverter))] IReadOnlyList<double[]> Values)
{
    private const int MaxNameLength = 40;

    /// <summary>Values of an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="formula">What its values were computed by; null where they were read.</param>
    /// <param name="bounds">The box on the map, in EPSG:3857.</param>
    /// <param name="corners">Corners that the image is pinned to; null: its own place.</param>
    /// <param name="maxCells">How many cells at most.</param>
    public static MapReadoutData Sample(RasterImage image, string? formula, Envelope bounds, CornerPinTransform? corners, int maxCells)
    {
        var scale = Math.Min(1, Math.Sqrt((double)maxCells / image.Width / image.Height));
        var size = new RasterSize(Math.Max(1, (int)(image.Width * scale)), Math.Max(1, (int)(image.Height * scale)));
        var names = image.Bands.Select(band => DisplayText.Cut(formula ?? band.Name, MaxNameLength));
        return new(size.Width, size.Height, [.. names], image.SampleWebMercator(bounds, size, corners));
    }
}
