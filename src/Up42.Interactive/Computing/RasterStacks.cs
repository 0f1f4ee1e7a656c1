namespace Up42.Interactive;

/// <summary>Several rasters on one grid, as of several dates, become one. At each pixel missing values are left out.</summary>
public static class RasterStacks
{
    /// <summary>The mean at each pixel.</summary>
    /// <param name="rasters">Rasters on one grid.</param>
    /// <exception cref="Up42Exception">There are none, or the grids differ; the message names both.</exception>
    public static ComputedRaster MeanOverTime(this IEnumerable<ComputedRaster> rasters) => Combine(rasters, "mean", values => Mean(values));

    /// <summary>The smallest value at each pixel.</summary>
    /// <inheritdoc cref="MeanOverTime"/>
    public static ComputedRaster MinimumOverTime(this IEnumerable<ComputedRaster> rasters) => Combine(rasters, "minimum", values => values[0]);

    /// <summary>The largest value at each pixel.</summary>
    /// <inheritdoc cref="MeanOverTime"/>
    public static ComputedRaster MaximumOverTime(this IEnumerable<ComputedRaster> rasters) => Combine(rasters, "maximum", values => values[^1]);

    /// <summary>The middle value at each pixel, of an even number the mean of the two in the middle: clouds and gaps drop out.</summary>
    /// <inheritdoc cref="MeanOverTime"/>
    public static ComputedRaster MedianOverTime(this IEnumerable<ComputedRaster> rasters) =>
        Combine(rasters, "median", values => (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2);

    /// <summary>How many of the rasters have a value at each pixel.</summary>
    /// <inheritdoc cref="MeanOverTime"/>
    public static ComputedRaster CountOverTime(this IEnumerable<ComputedRaster> rasters) => Combine(rasters, "count", values => values.Length, ofNone: 0);

    private delegate double Summary(ReadOnlySpan<double> ascending);

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static ComputedRaster Combine(IEnumerable<ComputedRaster> rasters, string word, Summary summarize, double ofNone = double.NaN)
    {
        ArgumentNullException.ThrowIfNull(rasters);
        ComputedRaster[] all = [.. rasters];
        if (all.Length == 0)
        {
            throw new Up42Exception("There are no rasters to combine.");
        }

        return all[0].Combine(all[1..], $"{word} of {all[0].Name}", (values, others) =>
        {
            Span<double> found = new double[others.Count + 1];
            for (var i = 0; i < values.Length; i++)
            {
                var count = 0;
                for (var raster = 0; raster <= others.Count; raster++)
                {
                    var value = raster == 0 ? values[i] : others[raster - 1][i];
                    if (!double.IsNaN(value))
                    {
                        found[count++] = value;
                    }
                }

                found[..count].Sort();
                values[i] = count == 0 ? ofNone : summarize(found[..count]);
            }
        });
    }
}
