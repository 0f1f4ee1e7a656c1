using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// Statistics of the valid pixels of a band, infinite ones left out. Values are as stored until <see cref="ToPhysical"/>; text has physical ones.
/// </summary>
/// <param name="Band">The band.</param>
/// <param name="Count">How many pixels count.</param>
/// <param name="Minimum">The smallest value; NaN where no pixel counts.</param>
/// <param name="Maximum">The largest value; NaN where no pixel counts.</param>
/// <param name="Mean">The mean; NaN where no pixel counts.</param>
/// <param name="StandardDeviation">The standard deviation of all pixels (divided by their number, as GDAL does); NaN where no pixel counts.</param>
public sealed record RasterStatistics(RasterBand Band, long Count, double Minimum, double Maximum, double Mean, double StandardDeviation)
{
    /// <summary>The statistics of physical values: stored value × scale + offset.</summary>
    public RasterStatistics ToPhysical()
    {
        var (a, b) = (Band.ToPhysical(Minimum), Band.ToPhysical(Maximum));
        return Band.IsScaled
            ? new RasterStatistics(Band.ToPhysical(), Count, Math.Min(a, b), Math.Max(a, b), Band.ToPhysical(Mean), Math.Abs(Band.Factor) * StandardDeviation)
            : this;
    }

    /// <summary>The numbers in one line, in physical values, with as many digits as tell them apart.</summary>
    public override string ToString() => Band.IsScaled ? ToPhysical().ToString() : SingleLine.Format(Count == 0
        ? $"{Band.Name}: no valid pixels"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{Band.Name}: {Number(Minimum)} to {Number(Maximum)}{Band.UnitSuffix}, mean {Number(Mean)}, "
                + $"standard deviation {NumberText.Format(StandardDeviation)}, {Count} pixels"));

    private string Number(double value) => NumberText.Format(value, NumberText.DigitsFor(Minimum, Maximum, 6));
}
