namespace Up42.Interactive;

/// <summary>What the pointer reads on a plot.</summary>
/// <param name="Left">The coordinate of the left edge of the pixels.</param>
/// <param name="Right">The coordinate of their right edge.</param>
/// <param name="Top">The coordinate of their upper edge.</param>
/// <param name="Bottom">The coordinate of their lower edge.</param>
/// <param name="Unit">The unit behind a coordinate: "°", " m"; empty where the coordinates are pixels.</param>
/// <param name="Pixels">The values.</param>
internal sealed record PlotValuesData(double Left, double Right, double Top, double Bottom, string Unit, PixelValuesData Pixels)
{
    public static PlotValuesData Create(PlotFrame frame, PixelValuesData pixels) =>
        new(frame.Left, frame.Right, frame.Top, frame.Bottom, frame.Unit, pixels);
}
