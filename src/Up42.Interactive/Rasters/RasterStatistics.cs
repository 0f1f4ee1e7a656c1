using System.Globalization;

namespace Up42.Interactive;

/// <summary>Statistics of the valid pixels of a band, infinite ones left out.</summary>
/// <param name="Band">The band.</param>
/// <param name="Count">How many pixels count.</param>
/// <param name="Minimum">The smallest value; NaN where no pixel counts.</param>
/// <param name="Maximum">The largest value; NaN where no pixel counts.</param>
/// <param name="Mean">The mean; NaN where no pixel counts.</param>
/// <param name="StandardDeviation">The standard deviation of all pixels (divided by their number, as GDAL does); NaN where no pixel counts.</param>
public sealed record RasterStatistics(RasterBand Band, long Count, double Minimum, double Maximum, double Mean, double StandardDeviation)
{
    /// <summary>The numbers in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Band.Name}: {Minimum:G6} to {Maximum:G6}, mean {Mean:G6}, standard deviation {StandardDeviation:G6}, {Count} pixels");
}
