namespace Up42.Interactive;

/// <summary>
/// Bins of one width over values. Where nobody says how many, their width is that of D. Freedman and P. Diaconis (1981), between 5 and 60 of them;
/// bins of whole numbers hold as many each.
/// </summary>
internal sealed class HistogramBins
{
    private const int Fewest = 5;
    private const int Most = 60;

    private readonly double _start;
    private readonly int _bins;

    /// <summary>Lays bins over values.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="bins">How many; null: as many as suits them.</param>
    /// <param name="isWhole">Whether they are whole numbers.</param>
    public HistogramBins(double[] values, int? bins, bool isWhole)
    {
        Array.Sort(values);
        var (least, range) = (values[0], values[^1] - values[0]);
        if (range <= 0 || !double.IsFinite(range))
        {
            (_start, Width, _bins) = (least - 0.5, double.IsFinite(range) ? 1 : double.MaxValue, 1);
            return;
        }

        var spread = ColumnStatistic.OfSorted(values, 0.75)!.Value - ColumnStatistic.OfSorted(values, 0.25)!.Value;
        var suits = spread > 0 ? range / (2 * spread / Math.Cbrt(values.Length)) : Math.Log2(values.Length) + 1;
        _bins = bins ?? (int)Math.Clamp(Math.Ceiling(suits), Math.Min(Fewest, values.Length), Most);
        if (!isWhole)
        {
            (_start, Width) = (least, range / _bins);
            return;
        }

        Width = Math.Max(1, Math.Ceiling((range + 1) / (bins ?? (range < Most ? range + 1 : _bins))));
        (_start, _bins) = (least - 0.5, (int)Math.Ceiling((range + 1) / Width));
    }

    /// <summary>The width of a bin.</summary>
    public double Width { get; }

    /// <summary>The middle of a bin.</summary>
    public double Middle(int bin) => _start + ((bin + 0.5) * Width);

    /// <summary>How many values lie in each bin; the last one has its end too.</summary>
    public int[] Count(IEnumerable<double> values)
    {
        var counts = new int[_bins];
        foreach (var value in values)
        {
            counts[(int)Math.Clamp((value - _start) / Width, 0, _bins - 1)]++;
        }

        return counts;
    }
}
