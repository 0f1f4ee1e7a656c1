namespace Up42.Interactive;

/// <summary>
/// How often values of a picture occur, for its colour bar: from what is shown darkest to what is shown brightest, and beyond as far as all but a
/// few values go.
/// </summary>
/// <param name="Start">Where the first bin begins.</param>
/// <param name="End">Where the last bin ends.</param>
/// <param name="Counts">Pixels per bin; bins are equally wide. Of whole numbers, scaled or not, each bin has equally many.</param>
internal sealed record ValueCountsData(double Start, double End, IReadOnlyList<int> Counts)
{
    private const int MaxBins = 64;
    private const double Rare = 0.1;

    /// <summary>Counts the valid pixels of an image's first band.</summary>
    /// <param name="image">The image.</param>
    /// <param name="minimum">The value shown darkest.</param>
    /// <param name="maximum">The value shown brightest.</param>
    public static ValueCountsData Measure(RasterImage image, double minimum, double maximum)
    {
        var (start, end) = (minimum, maximum);
        if (Percentiles.Measure(image, [0], Rare, 100 - Rare) is { } usual)
        {
            (start, end) = (Math.Min(start, usual.Low), Math.Max(end, usual.High));
        }

        var width = (end - start) / MaxBins;
        if (image.Bands[0].Quantum is { } quantum && FirstValue(image) is { } first)
        {
            width = quantum * Math.Max(1, Math.Ceiling(((end - start) / quantum + 1) / MaxBins));
            start = first + (Math.Floor(((start - first) / quantum) + 1e-6) * quantum) - (quantum / 2);
        }

        var counts = new int[width > 0 ? (int)Math.Clamp(Math.Ceiling(((end - start) / width) - 1e-6), 1, MaxBins + 1) : 1];
        var last = start + (width * counts.Length);
        for (var pixel = 0; pixel < image.Width * image.Height; pixel++)
        {
            // The last bin holds its end too: many a measure has most of its pixels at the largest value that it takes.
            if (image.ValueAt(0, pixel) is var value && value >= start && value <= last && width > 0)
            {
                counts[Math.Min((int)((value - start) / width), counts.Length - 1)]++;
            }
        }

        return new ValueCountsData(start, last, counts);
    }

    /// <summary>The counts of several pictures together; null where one has none. Bins that do not match are counted where their middle lies.</summary>
    public static ValueCountsData? Sum(IReadOnlyList<ValueCountsData?> parts)
    {
        if (parts.Any(part => part is null))
        {
            return null;
        }

        var (start, end) = (parts.Min(part => part!.Start), parts.Max(part => part!.End));
        var counts = new int[parts.Max(part => part!.Counts.Count)];
        foreach (var part in parts)
        {
            var width = (part!.End - part.Start) / part.Counts.Count;
            foreach (var (bin, count) in part.Counts.Index())
            {
                var share = (part.Start + ((bin + 0.5) * width) - start) / (end - start);
                counts[Math.Clamp((int)(share * counts.Length), 0, counts.Length - 1)] += count;
            }
        }

        return new ValueCountsData(start, end, counts);
    }

    private static double? FirstValue(RasterImage image)
    {
        for (var pixel = 0; pixel < image.Width * image.Height; pixel++)
        {
            if (image.ValueAt(0, pixel) is var value && double.IsFinite(value))
            {
                return value;
            }
        }

        return null;
    }
}
