namespace Up42.Interactive;

/// <summary>Colour bars as pictures without a browser have them.</summary>
internal static class ColorKeys
{
    private const int Most = 3;

    /// <summary>A bar as a drawing; one of a single value ends one above it.</summary>
    public static ColorBarDrawing ToDrawing(this ColorBar bar) =>
        new(new Axis(bar.Minimum, bar.Maximum > bar.Minimum ? bar.Maximum : bar.Minimum + 1, bar.Title), bar.Rgb);

    /// <summary>Each kind of bar once, and no more than a picture has room for.</summary>
    public static IEnumerable<ColorBar> Distinct(IEnumerable<ColorBar> bars) =>
        bars.DistinctBy(bar => (bar.Title, bar.Minimum, bar.Maximum, bar.Rgb[0], bar.Rgb[^1])).Take(Most);
}
