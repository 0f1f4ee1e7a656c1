namespace Up42.Interactive;

/// <summary>What statistics are made of; joined by Chan, Golub and LeVeque's formula (1979), which keeps precision over many pixels.</summary>
internal readonly record struct RunningStatistics(long Count, double Minimum, double Maximum, double Mean, double SquaredDeviations)
{
    internal static RunningStatistics Measure(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return new RunningStatistics(0, double.NaN, double.NaN, 0, 0);
        }

        var (minimum, maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values)
        {
            minimum = Math.Min(minimum, value);
            maximum = Math.Max(maximum, value);
        }

        // Sums of distances keep the digits that sums of values near 1e15 lose; halves keep the distance finite.
        var (origin, sum, squares) = ((minimum / 2) + (maximum / 2), 0.0, 0.0);
        foreach (var value in values)
        {
            sum += value - origin;
        }

        var mean = Math.Clamp(origin + (sum / values.Length), minimum, maximum);
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return new RunningStatistics(values.Length, minimum, maximum, mean, squares);
    }

    internal static RunningStatistics Join(RunningStatistics a, RunningStatistics b)
    {
        if (a.Count == 0 || b.Count == 0)
        {
            return a.Count == 0 ? b : a;
        }

        var (count, difference) = (a.Count + b.Count, b.Mean - a.Mean);
        var (minimum, maximum) = (Math.Min(a.Minimum, b.Minimum), Math.Max(a.Maximum, b.Maximum));
        return new RunningStatistics(
            count,
            minimum,
            maximum,
            Math.Clamp(a.Mean + (difference * b.Count / count), minimum, maximum),
            a.SquaredDeviations + b.SquaredDeviations + (difference * difference * a.Count * b.Count / count));
    }

    internal RasterStatistics For(RasterBand band) => Count == 0
        ? new RasterStatistics(band, 0, double.NaN, double.NaN, double.NaN, double.NaN)
        : new RasterStatistics(band, Count, Minimum, Maximum, Mean, Math.Sqrt(SquaredDeviations / Count));
}
