namespace Up42.Interactive;

/// <summary>The histograms of one raster's bands.</summary>
/// <param name="Title">What the raster is called.</param>
/// <param name="Bands">One for each band.</param>
internal sealed record HistogramPanel(string Title, IReadOnlyList<RasterHistogram> Bands)
{
    private static readonly string[] OtherColors = ["#9a6fc0", "#c58200", "#009e73", "#c2679a", "#3a95c9", "#a0803c"];

    /// <summary>A band's line: its own colour where it is red, green or blue, as the file says or by name.</summary>
    public string Color(int index) => (Bands[index].Band.Color, Bands[index].Band.Name.ToLowerInvariant()) switch
    {
        (ColorInterpretation.Red, _) or (_, "red") => "#d6453d",
        (ColorInterpretation.Green, _) or (_, "green") => "#2e9e4f",
        (ColorInterpretation.Blue, _) or (_, "blue") => "#2f74d0",
        _ => OtherColors[index % OtherColors.Length],
    };
}
