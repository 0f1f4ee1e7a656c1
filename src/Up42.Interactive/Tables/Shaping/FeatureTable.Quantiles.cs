namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>
    /// The number below which a share of a column's numbers lies: 0.5 is the median. Between two of them it is interpolated, as NumPy and pandas do.
    /// </summary>
    /// <param name="column">The column's name; missing values are left out, and so are a mixed column's other values.</param>
    /// <param name="share">0 to 1.</param>
    /// <returns>The number; null where the column has none.</returns>
    /// <exception cref="ArgumentException">The column does not exist, or holds something else than numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The share is no part of 1.</exception>
    public double? Quantile(string column, double share) => share is >= 0 and <= 1
        ? ColumnStatistic.Quantile(this[column], share)
        : throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile is a share from 0 to 1; 0.5 is the median.");
}
