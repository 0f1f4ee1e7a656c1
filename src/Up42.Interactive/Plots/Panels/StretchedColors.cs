namespace Up42.Interactive;

/// <summary>How the colours of one band follow its values, and how often these occur.</summary>
/// <param name="Scale">The scale.</param>
/// <param name="Gamma">See <see cref="Stretch.Gamma"/>.</param>
/// <param name="Values">The values that occur.</param>
internal sealed record StretchedColors(ColorScale Scale, double Gamma, ValueCountsData Values)
{
    /// <summary>Of a picture; null where its colours do not lie along a scale, or there is nothing to stretch.</summary>
    public static StretchedColors? Create(Picture picture) => picture is { Scale: { } scale, Bar: { } bar } && bar.Maximum > bar.Minimum
        ? new(scale, picture.Gamma, ValueCountsData.Measure(picture.Image, bar.Minimum, bar.Maximum))
        : null;
}
