namespace Up42.Interactive;

/// <summary>Values as arrays and in numbers.</summary>
public sealed partial class ComputedRaster
{
    private const long MaxValues = 1L << 28;

    /// <summary>
    /// All values as an array, first the row, then the column, NaN where one is missing. It reads the whole raster at each call, and takes eight
    /// bytes a pixel.
    /// </summary>
    /// <exception cref="Up42Exception">The raster has more than 2^28 pixels, or cannot be read.</exception>
    public double[,] Values => ReadValues();

    /// <summary><see cref="Values"/>, cancellable.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public double[,] ReadValues(CancellationToken cancellationToken = default)
    {
        RequireArray();
        var values = new double[Height, Width];
        _source.ForEach(
            (part, read) =>
            {
                for (var row = 0; row < part.Height; row++)
                {
                    for (var column = 0; column < part.Width; column++)
                    {
                        values[part.Row + row, part.Column + column] = read[(row * part.Width) + column];
                    }
                }
            },
            cancellationToken);
        return values;
    }

    /// <summary>Count, minimum, maximum, mean and standard deviation of all values.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public RasterStatistics Statistics(CancellationToken cancellationToken = default) => Measure(cancellationToken).For(BandExpression.ComputedBand(Name));

    /// <summary>How often values occur, from the smallest to the largest. It reads the raster twice.</summary>
    /// <param name="bins">The number of bins.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public RasterHistogram Histogram(int bins = 256, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var range = Measure(cancellationToken);
        var counter = new HistogramCounter(BandExpression.ComputedBand(Name), range.Minimum, range.Maximum, bins);
        _source.ForEach((_, values) => counter.Add(Valid(values)), cancellationToken);
        return counter.ToHistogram(bins);
    }

    private RunningStatistics Measure(CancellationToken cancellationToken) =>
        _source.Measure((_, values) => RunningStatistics.Measure(Valid(values)), cancellationToken).Aggregate(RunningStatistics.Join);

    private void RequireArray()
    {
        if ((long)Width * Height > MaxValues)
        {
            throw new Up42Exception($"{this} has more than {NumberText.Format(MaxValues)} values; clip or resample it first.");
        }
    }

    private static ReadOnlySpan<double> Valid(double[] values)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                values[count++] = value;
            }
        }

        return values.AsSpan(0, count);
    }
}
