namespace Up42.Interactive;

/// <summary>A raster made visible: the values, the colours, and how one became the other.</summary>
/// <param name="Image">The values that were read, or computed; physical ones.</param>
/// <param name="Colors">The picture.</param>
/// <param name="Scale">The colour scale of one band; null for three bands and for palettes.</param>
/// <param name="Gamma">See <see cref="Stretch.Gamma"/>.</param>
/// <param name="Formula">The formula the values were computed by; null where they were read.</param>
internal sealed record Picture(RasterImage Image, RgbaImage Colors, ColorScale? Scale, double Gamma, string? Formula)
{
    /// <summary>What the colours mean; null where they are bands' own.</summary>
    public ColorBar? Bar
    {
        get
        {
            if (Scale is null)
            {
                return null;
            }

            // A band of one value is painted in the middle colour: so that the bar says the same, its value stands in the middle.
            var (minimum, maximum) = (Colors.Ranges[0].Minimum, Colors.Ranges[0].Maximum);
            var reach = maximum > minimum ? 0 : minimum == 0 ? 0.5 : Math.Abs(minimum) / 2;
            return new ColorBar(Formula ?? Title(Image.Bands[0]), minimum - reach, maximum + reach, Scale.WithGamma(Gamma));
        }
    }

    private static string Title(RasterBand band) => (band.Unit, band.IsNamed) switch
    {
        (null, _) => band.Name,
        ({ } unit, false) => unit,
        ({ } unit, true) => $"{band.Name} ({unit})",
    };
}
