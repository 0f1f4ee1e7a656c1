namespace Up42.Interactive;

/// <summary>True values at evenly spread pixels of an image, for the readout under the pointer.</summary>
/// <param name="X">The coordinate of each column, at the centre of the pixel that was taken.</param>
/// <param name="Y">The coordinate of each row.</param>
/// <param name="Values">By row, column and band; null where there is no data.</param>
internal sealed record PlotReadout(double[] X, double[] Y, double[]?[][] Values)
{
    /// <summary>What stands before values: "≈ " where they come from overviews, which are near the file's values; else nothing.</summary>
    public string Prefix { get; private init; } = string.Empty;

    /// <summary>The bands of the values.</summary>
    public IReadOnlyList<RasterBand> Bands { get; private init; } = [];

    /// <summary>A grid over an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="frame">Where it stands.</param>
    /// <param name="maxSize">Columns and rows at most.</param>
    public static PlotReadout Sample(RasterImage image, PlotFrame frame, int maxSize)
    {
        var columns = Pick(image.Width, maxSize);
        var rows = Pick(image.Height, maxSize);
        return new PlotReadout(
            [.. columns.Select(column => frame.At((column + 0.5) / image.Width, 0).X)],
            [.. rows.Select(row => frame.At(0, (row + 0.5) / image.Height).Y)],
            [.. rows.Select(row => columns.Select(column => Pixel(image, (row * image.Width) + column)).ToArray())])
        {
            Bands = image.Bands,
            Prefix = image.Origin == PixelOrigin.Overview ? "≈ " : string.Empty,
        };
    }

    private static int[] Pick(int length, int maxSize)
    {
        var count = Math.Min(length, maxSize);
        return [.. Enumerable.Range(0, count).Select(i => (int)((i + 0.5) * length / count))];
    }

    private static double[]? Pixel(RasterImage image, int index)
    {
        if (image.Mask[index] == 0)
        {
            return null;
        }

        var values = new double[image.Bands.Count];
        for (var band = 0; band < values.Length; band++)
        {
            values[band] = Rounded(image.ValueAt(band, index));
        }

        return values;
    }

    /// <summary>Whole numbers as they are, others to six significant digits.</summary>
    private static double Rounded(double value)
    {
        if (value == Math.Floor(value) || !double.IsFinite(value))
        {
            return value;
        }

        var digits = 5 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return digits is >= 0 and <= 15 ? Math.Round(value, digits) : value;
    }
}
