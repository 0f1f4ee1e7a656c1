namespace Up42.Interactive;

/// <summary>Tells classes from measurements: whole numbers of which a band has only a few, where the mean of two is a third class.</summary>
internal static class ClassValues
{
    /// <summary>How many different values classes have at most.</summary>
    public const int Few = 32;

    private const int SampleLength = 100_000;

    /// <summary>Whether a band holds classes: it has a palette, names for its values, or few different whole numbers.</summary>
    public static bool IsCategorical(RasterBand band, ReadOnlySpan<double> values, ReadOnlySpan<byte> mask) => Count(band, values, mask) > 0;

    /// <summary>Whether mixing two of a band's values makes a third class: a mask of two has none.</summary>
    public static bool CannotMix(RasterBand band, ReadOnlySpan<double> values, ReadOnlySpan<byte> mask) => Count(band, values, mask) > 2;

    /// <summary>
    /// Whether values have colours of their own: by a palette, or as classes with names. Names that fit less than half of the pixels are of something
    /// else: a measurement of which somebody named a few values.
    /// </summary>
    public static bool HaveColors(RasterBand band, ReadOnlySpan<double> values, ReadOnlySpan<byte> mask)
    {
        if (band.Palette.Count > 0 || band.Classes.Count == 0 || !band.Type.IsInteger())
        {
            return band.Palette.Count > 0;
        }

        var (valid, named, step) = (0, 0, Math.Max(1, values.Length / SampleLength));
        for (var i = 0; i < values.Length; i += step)
        {
            valid += mask[i] == 0 ? 0 : 1;
            named += mask[i] == 0 || band.ClassAt(values[i]) < 0 ? 0 : 1;
        }

        return 2 * named >= valid;
    }

    private static int Count(RasterBand band, ReadOnlySpan<double> values, ReadOnlySpan<byte> mask) =>
        HaveColors(band, values, mask) ? int.MaxValue : band.Type.IsInteger() ? Distinct(values, mask, Few).Count : 0;

    /// <summary>The different valid values; empty where there are more than some, or none.</summary>
    public static IReadOnlyCollection<double> Distinct(ReadOnlySpan<double> values, ReadOnlySpan<byte> mask, int most)
    {
        var (found, last) = (new HashSet<double>(), double.NaN);
        for (var i = 0; i < values.Length; i++)
        {
            if (mask[i] != 0 && values[i] != last && found.Add(last = values[i]) && found.Count > most)
            {
                return [];
            }
        }

        return found;
    }
}
