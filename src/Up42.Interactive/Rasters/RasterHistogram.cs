using System.Globalization;

namespace Up42.Interactive;

/// <summary>How often values occur in the valid pixels of a band, infinite ones left out.</summary>
/// <param name="Band">The band.</param>
/// <param name="Minimum">Where the first bin begins; 0 where no pixel counts.</param>
/// <param name="Maximum">Where the last bin ends, which holds this value too; 0 where no pixel counts.</param>
/// <param name="Counts">Pixels per bin; all bins are equally wide.</param>
public sealed record RasterHistogram(RasterBand Band, double Minimum, double Maximum, IReadOnlyList<long> Counts)
{
    /// <summary>The width of a bin.</summary>
    public double BinWidth => (Maximum - Minimum) / Counts.Count;

    /// <summary>Band, range and number of bins in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Band.Name}: {Counts.Sum()} pixels from {Minimum:G6} to {Maximum:G6} in {Counts.Count} bins");

    /// <summary>How many bins a band gets: one for each whole number where there are no more of them, else those wanted.</summary>
    internal static int Bins(RasterBand band, double minimum, double maximum, int wanted) =>
        band.Type.IsInteger() && maximum > minimum && maximum - minimum < wanted
            ? (int)(maximum - minimum) + 1
            : wanted;

    /// <summary>Counts values into equal bins.</summary>
    internal static long[] Count(ReadOnlySpan<double> values, double minimum, double maximum, int bins)
    {
        var counts = new long[bins];
        var scale = maximum > minimum ? bins / (maximum - minimum) : 0;
        foreach (var value in values)
        {
            counts[Math.Clamp((int)((value - minimum) * scale), 0, bins - 1)]++;
        }

        return counts;
    }
}
