namespace Up42.Interactive;

/// <summary>What some values are called, for the readout under the pointer.</summary>
/// <param name="From">The first value.</param>
/// <param name="To">The last value.</param>
/// <param name="Name">The name.</param>
internal sealed record ClassNameData(double From, double To, string Name)
{
    private const int MaxNames = 200;
    private const int MaxNameLength = 80;

    /// <summary>The names of the classes that occur in a band of an image; null where it has none.</summary>
    public static IReadOnlyList<ClassNameData>? Create(RasterImage image, int band)
    {
        var classes = image.Bands[band].Classes;
        if (classes.Count == 0)
        {
            return null;
        }

        var (found, latest) = (new SortedSet<int>(), double.NaN);
        for (var pixel = 0; pixel < image.Width * image.Height; pixel++)
        {
            if (image.ValueAt(band, pixel) is var value && value != latest && image.Bands[band].ClassAt(value) is >= 0 and var place)
            {
                latest = value;
                found.Add(place);
            }
        }

        return [.. found.Take(MaxNames).Select(place => new ClassNameData(
            classes[place].Value, classes[place].LastValue, DisplayText.Cut(classes[place].Name, MaxNameLength)))];
    }
}
