namespace Up42.Interactive;

/// <summary>Tells classes from measurements: whole numbers of which a band has only a few, where the mean of two is a third class.</summary>
internal static class ClassValues
{
    /// <summary>How many different values classes have at most.</summary>
    public const int Few = 32;

    /// <summary>Whether a band holds classes: it has a palette, or few different whole numbers.</summary>
    public static bool IsCategorical(RasterBand band, ReadOnlySpan<double> values, ReadOnlySpan<byte> mask) => Count(band, values, mask) > 0;

    /// <summary>Whether mixing two of a band's values makes a third class: a mask of two has none.</summary>
    public static bool CannotMix(RasterBand band, ReadOnlySpan<double> values, ReadOnlySpan<byte> mask) => Count(band, values, mask) > 2;

    private static int Count(RasterBand band, ReadOnlySpan<double> values, ReadOnlySpan<byte> mask) =>
        band.Palette.Count > 0 ? int.MaxValue : band.Type.IsInteger() ? Distinct(values, mask, Few).Count : 0;

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
