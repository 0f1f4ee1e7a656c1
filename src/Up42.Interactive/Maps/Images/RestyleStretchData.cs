namespace Up42.Interactive;

/// <summary>The stretch that an image is shown in first, as near as the page's controls can tell it: they have one range for all bands.</summary>
/// <param name="IsRange">Whether the ends are values; else they are percentiles.</param>
/// <param name="Low">What is darkest.</param>
/// <param name="High">What is brightest.</param>
/// <param name="Gamma">See <see cref="Stretch.Gamma"/>.</param>
internal sealed record RestyleStretchData(bool IsRange, double Low, double High, double Gamma)
{
    private static readonly (double Low, double High) Usual = (2, 98);

    public static RestyleStretchData Create(Stretch stretch, Picture picture)
    {
        var ends = picture.Colors.Ranges.Select(range => (range.Minimum, range.Maximum)).Distinct().ToList();
        var isRange = stretch.Ends is null && ends.Count == 1;
        var (low, high) = isRange ? ends[0] : stretch.Ends ?? Usual;
        return new RestyleStretchData(isRange, low, high, stretch.Gamma);
    }
}
