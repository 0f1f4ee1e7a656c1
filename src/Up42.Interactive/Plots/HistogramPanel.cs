namespace Up42.Interactive;

/// <summary>The histograms of one raster's bands.</summary>
/// <param name="Title">The raster's file name.</param>
/// <param name="Bands">One for each band.</param>
internal sealed record HistogramPanel(string Title, IReadOnlyList<RasterHistogram> Bands)
{
    private static readonly string[] OtherColors = ["#7a5195", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#8c6d31"];

    /// <summary>A band's line: its own colour where it is red, green or blue.</summary>
    public string Color(int index) => Bands[index].Band.Color switch
    {
        ColorInterpretation.Red => "#d6453d",
        ColorInterpretation.Green => "#2e9e4f",
        ColorInterpretation.Blue => "#2f74d0",
        _ => OtherColors[index % OtherColors.Length],
    };

    /// <summary>The value that splits a band's pixels in two halves, to the width of a bin.</summary>
    public static double Median(RasterHistogram histogram)
    {
        var half = histogram.Counts.Sum() / 2;
        var (bin, seen) = (0, 0L);
        while (bin < histogram.Counts.Count - 1 && seen + histogram.Counts[bin] <= half)
        {
            seen += histogram.Counts[bin++];
        }

        return histogram.Minimum + ((bin + 0.5) * histogram.BinWidth);
    }
}
