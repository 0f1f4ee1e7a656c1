using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Numbers over all pixels.</summary>
public sealed partial class RasterFile
{
    /// <summary>
    /// Statistics over every valid pixel, each band by its own nodata value and the file's masks. It reads the whole raster, in pieces;
    /// statistics in the file are ignored.
    /// </summary>
    /// <param name="bands">The numbers of the bands, the first is 1; null: all but alpha.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="Up42Exception">The band does not exist, or a block cannot be read.</exception>
    public IReadOnlyList<RasterStatistics> Statistics(IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
    {
        var chosen = Measured(bands);
        return [.. Measure(chosen, cancellationToken).Select((moments, i) => moments.For(chosen[i]))];
    }

    /// <summary>
    /// Histograms over every valid pixel, from the smallest to the largest value of each band. It reads the whole raster, in pieces, twice: for
    /// the range, and for the counts.
    /// </summary>
    /// <param name="bins">The number of bins at most: whole numbers that are fewer get one each.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: all but alpha.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="Up42Exception">The band does not exist, or a block cannot be read.</exception>
    public IReadOnlyList<RasterHistogram> Histogram(int bins = 256, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var chosen = Measured(bands);
        var ranges = Measure(chosen, cancellationToken);
        HistogramCounter[] counters = [.. chosen.Select((band, i) => new HistogramCounter(band, ranges[i].Minimum, ranges[i].Maximum, bins))];
        Scan(
            chosen,
            (band, values) =>
            {
                counters[band].Add(values);
                return true;
            },
            (_, _) => true,
            cancellationToken);
        return [.. counters.Select(counter => counter.ToHistogram(bins))];
    }

    private IReadOnlyList<RunningStatistics> Measure(IReadOnlyList<RasterBand> bands, CancellationToken cancellationToken)
        => Scan(bands, (_, values) => RunningStatistics.Measure(values), RunningStatistics.Join, cancellationToken);

    private IReadOnlyList<T> Scan<T>(
        IReadOnlyList<RasterBand> bands, Func<int, ReadOnlySpan<double>, T> measure, Func<T, T, T> join, CancellationToken cancellationToken)
    {
        try
        {
            return new PixelScanner(_pool, new RasterSize(Width, Height), AlphaBand).Scan(bands, measure, join, cancellationToken);
        }
        catch (GdalException exception)
        {
            throw RasterErrors.Unreadable(Path, exception);
        }
    }

    private RasterBand[] Measured(IReadOnlyList<int>? numbers) => numbers switch
    {
        null => [.. Bands.Where(band => band.Color != ColorInterpretation.Alpha)],
        { Count: > 0 } => [.. numbers.Select(BandAt)],
        _ => throw new ArgumentException($"Name at least one band; there are {Numbers()}.", nameof(numbers)),
    };
}
