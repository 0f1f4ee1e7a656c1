namespace Up42.Interactive;

/// <summary>A raster made visible: the values, the colours, and how one became the other.</summary>
/// <param name="Image">The values that were read, or computed; physical ones.</param>
/// <param name="Colors">The picture.</param>
/// <param name="Scale">The colour scale of one band; null for three bands and for palettes.</param>
/// <param name="Gamma">See <see cref="Stretch.Gamma"/>.</param>
/// <param name="Formula">The formula the values were computed by; null where they were read.</param>
internal sealed record Picture(RasterImage Image, RgbaImage Colors, ColorScale? Scale, double Gamma, string? Formula)
{
    private const int MaxClasses = 32;

    /// <summary>Whether the colours are those of classes that have names.</summary>
    public bool HasNamedClasses => Colors.Ranges.Count == 0 && Image.Bands is [{ Classes.Count: > 0 }];

    /// <summary>Between which values most of the picture lies, where the colours do not tell that; null where they do.</summary>
    public StretchRange? Usual { get; init; }

    /// <summary>What the colours mean; null where they are bands' own, of palettes of photographs, and of classes with names: see <c>ClassKey</c>.</summary>
    public ColorBar? Bar
    {
        get
        {
            if (Scale is null)
            {
                return Image.Bands is [{ Palette.Count: > 0, Classes.Count: 0 } band] ? Classes(band) : null;
            }

            // A band of one value is painted in the middle colour: so that the bar says the same, its value stands in the middle.
            var (minimum, maximum) = (Colors.Ranges[0].Minimum, Colors.Ranges[0].Maximum);
            var reach = maximum > minimum ? 0 : minimum == 0 ? 0.5 : Math.Abs(minimum) / 2;
            (minimum, maximum) = (minimum - reach, maximum + reach);
            return new ColorBar(Formula ?? Title(Image.Bands[0]), minimum, maximum, Scale.Over(minimum, maximum, Gamma))
            {
                Center = Scale.Center is { } center && center > minimum && center < maximum ? center : null,
            };
        }
    }

    /// <summary>The palette's colours from the smallest to the largest class in the picture.</summary>
    private ColorBar? Classes(RasterBand band)
    {
        var values = ClassValues.Distinct(Image.Values(0), Image.MaskOf(0), MaxClasses).Where(value => value >= 0 && value < band.Palette.Count).ToList();
        if (values.Count == 0 || values.Max() - values.Min() >= 2 * MaxClasses)
        {
            return null;
        }

        var colors = band.Palette.Take((int)values.Max() + 1).Skip((int)values.Min());
        return ColorBar.OfClasses(Title(band), (int)values.Min(), [.. colors.Select(color => color >> 8)]);
    }

    private static string Title(RasterBand band) => (band.Unit, band.IsNamed) switch
    {
        (null, _) => band.Name,
        ({ } unit, false) => unit,
        ({ } unit, true) => $"{band.Name} ({unit})",
    };
}
