using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// How often values occur in the valid pixels of a band, infinite ones left out. Bins of whole numbers are a whole number wide and centred on
/// them. Values are as stored until <see cref="ToPhysical"/>; text has physical ones.
/// </summary>
/// <param name="Band">The band.</param>
/// <param name="Minimum">The smallest value; 0 where no pixel counts.</param>
/// <param name="Maximum">The largest value; 0 where no pixel counts.</param>
/// <param name="Counts">Pixels per bin; all bins are equally wide.</param>
public sealed record RasterHistogram(RasterBand Band, double Minimum, double Maximum, IReadOnlyList<long> Counts)
{
    /// <summary>Where the first bin begins: at most <see cref="Minimum"/>.</summary>
    public double Start { get; init; } = Minimum;

    /// <summary>The width of a bin.</summary>
    public double BinWidth { get; init; } = (Maximum - Minimum) / Counts.Count;

    /// <summary>
    /// The value that splits the pixels in two halves; the mean of the two in the middle of an even number. Exact for whole numbers of at most
    /// 16 bits, else to 1/65,536 of the range. NaN where no pixel counts.
    /// </summary>
    public double Median { get; init; } = double.NaN;

    /// <summary>The histogram of physical values: stored value × scale + offset.</summary>
    public RasterHistogram ToPhysical()
    {
        if (!Band.IsScaled)
        {
            return this;
        }

        var (start, end) = (Band.ToPhysical(Start), Band.ToPhysical(Start + (Counts.Count * BinWidth)));
        var (minimum, maximum) = (Band.ToPhysical(Minimum), Band.ToPhysical(Maximum));
        return new RasterHistogram(Band.ToPhysical(), Math.Min(minimum, maximum), Math.Max(minimum, maximum), start <= end ? Counts : [.. Counts.Reverse()])
        {
            Start = Math.Min(start, end),
            BinWidth = BinWidth * Math.Abs(Band.Factor),
            Median = Band.ToPhysical(Median),
        };
    }

    /// <summary>Band, range and number of bins in one line, in physical values, with as many digits as tell the ends apart.</summary>
    public override string ToString() => Band.IsScaled ? ToPhysical().ToString() : SingleLine.Format(Counts.Sum() is var pixels and > 0
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{Band.Name}: {pixels} pixels from {Number(Minimum)} to {Number(Maximum)}{Band.UnitSuffix} in {Counts.Count} bins")
        : $"{Band.Name}: no valid pixels");

    private string Number(double value) => NumberText.Format(value, NumberText.DigitsFor(Minimum, Maximum, 6));
}
