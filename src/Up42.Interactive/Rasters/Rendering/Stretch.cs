namespace Up42.Interactive;

/// <summary>How pixel values become brightness. The range is taken from the valid pixels of the picture, for each band or for all together.</summary>
public abstract record Stretch
{
    /// <summary>
    /// From the 2nd to the 98th percentile; 8-bit bands of a picture, which the file calls red, green, blue or grey, as they are. 8-bit bands of few
    /// values, or that all lie below 64, from the smallest to the largest.
    /// </summary>
    public static Stretch Default { get; } = new DefaultStretch();

    /// <summary>From the smallest to the largest value.</summary>
    public static Stretch MinMax { get; } = new PercentileStretch(0, 100);

    /// <summary>As they are: the whole range of an integer type, 0 to 1 for floating point.</summary>
    public static Stretch None { get; } = new TypeStretch();

    /// <summary>True when one range serves all bands, which keeps the hue.</summary>
    public bool IsJoint { get; private init; }

    /// <summary>Above 1 what lies between black and white is brighter, below 1 darker: brightness is the stretched value to the power of 1/gamma.</summary>
    /// <value>The default is 1: brightness grows evenly with the value.</value>
    public double Gamma { get; private init; } = 1;

    /// <summary>Whether the library chooses: then an index has its usual domain.</summary>
    internal bool IsDefault => this is DefaultStretch;

    /// <summary>The percentiles that are darkest and brightest; null where values are, or the library chooses.</summary>
    internal virtual (double Low, double High)? Ends => null;

    /// <summary>From one percentile to another; between two values they are interpolated linearly.</summary>
    /// <param name="low">0 to 100: this part of the values is shown black.</param>
    /// <param name="high">0 to 100, above <paramref name="low"/>: what lies above is shown white.</param>
    /// <exception cref="ArgumentOutOfRangeException">A percentile lies outside 0 to 100, or the two are not in order.</exception>
    public static Stretch Percentile(double low = 2, double high = 98)
    {
        if (!(low >= 0 && low < high && high <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(low), $"Percentiles lie between 0 and 100, the lower first; they are {low} and {high}.");
        }

        return new PercentileStretch(low, high);
    }

    /// <summary>From one value to another, the same for every band.</summary>
    /// <param name="minimum">Shown black.</param>
    /// <param name="maximum">Shown white.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not a number, or the two are not in order.</exception>
    public static Stretch Range(double minimum, double maximum)
    {
        if (!(minimum < maximum && double.IsFinite(maximum - minimum)))
        {
            throw new ArgumentOutOfRangeException(nameof(minimum), $"The minimum must be less than the maximum; they are {minimum} and {maximum}.");
        }

        return new RangeStretch(minimum, maximum);
    }

    /// <summary>The same stretch with one range over all bands.</summary>
    public Stretch Joint() => this with { IsJoint = true };

    /// <summary>The same stretch with another <see cref="Gamma"/>; a palette stays as it is.</summary>
    /// <param name="gamma">From 0.1 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside 0.1 to 10.</exception>
    public Stretch WithGamma(double gamma) => gamma is >= 0.1 and <= 10
        ? this with { Gamma = gamma }
        : throw new ArgumentOutOfRangeException(nameof(gamma), $"Gamma lies between 0.1 and 10; it is {gamma}.");

    /// <summary>The range of each band of a picture.</summary>
    /// <param name="image">The picture.</param>
    public IReadOnlyList<StretchRange> Measure(RasterImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        var ranges = new (double Minimum, double Maximum)[image.Bands.Count];
        if (IsJoint)
        {
            Array.Fill(ranges, Measure(image, [.. Enumerable.Range(0, ranges.Length)]));
        }
        else
        {
            Parallel.For(0, ranges.Length, band => ranges[band] = Measure(image, [band]));
        }

        return [.. ranges.Select((range, i) => new StretchRange(image.Bands[i], range.Minimum, range.Maximum))];
    }

    /// <summary>
    /// Makes a picture: grey of one band, red, green and blue of three. A band with a palette is shown in the palette's colours, and one whose values are
    /// named classes in theirs, whatever the stretch. What the mask of the image hides is transparent.
    /// </summary>
    /// <param name="image">One or three bands.</param>
    /// <exception cref="ArgumentException">There are neither one nor three bands.</exception>
    public RgbaImage Apply(RasterImage image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return Apply(image, image);
    }

    /// <summary>Makes a picture with the ranges of another image, which has as many bands.</summary>
    internal RgbaImage Apply(RasterImage image, RasterImage measured)
    {
        return image.Bands.Count switch
        {
            1 when ClassValues.HaveColors(image.Bands[0], measured.Values(0), measured.MaskOf(0)) => RgbaRenderer.PaintClasses(image),
            1 or 3 => RgbaRenderer.Paint(image, Measure(measured), Gamma),
            var count => throw new ArgumentException($"A picture is made of one band or of three, not of {count}.", nameof(image)),
        };
    }

    /// <summary>The range of some bands of an image, taken together.</summary>
    private protected abstract (double Minimum, double Maximum) Measure(RasterImage image, IReadOnlyList<int> bands);

    private sealed record PercentileStretch(double Low, double High) : Stretch
    {
        internal override (double Low, double High)? Ends => (Low, High);

        private protected override (double Minimum, double Maximum) Measure(RasterImage image, IReadOnlyList<int> bands) =>
            Percentiles.Measure(image, bands, Low, High) is not { } range ? (0, 1)
            : range.Low < range.High ? range
            : Percentiles.Measure(image, bands, 0, 100)!.Value;
    }

    private sealed record RangeStretch(double Minimum, double Maximum) : Stretch
    {
        private protected override (double Minimum, double Maximum) Measure(RasterImage image, IReadOnlyList<int> bands) => (Minimum, Maximum);
    }

    private sealed record TypeStretch : Stretch
    {
        private protected override (double Minimum, double Maximum) Measure(RasterImage image, IReadOnlyList<int> bands)
            => image.Bands[bands[0]].Type.Limits();
    }

    private sealed record DefaultStretch : Stretch
    {
        private const int Dark = 64;
        private const int FewValues = 16;

        private protected override (double Minimum, double Maximum) Measure(RasterImage image, IReadOnlyList<int> bands)
            => !image.Bands.All(band => band.IsByte) ? Percentile().Measure(image, bands)
            : Narrow(image) ?? (IsScene(image) ? Percentile() : None).Measure(image, bands);

        // Those who make a picture for the eye say which band is red; of measured brightness files say nothing, or "grey" of the first band alone.
        private static bool IsScene(RasterImage image) => image.Bands.Any(band => band.Color == ColorInterpretation.Undefined)
            || (image.Bands.Count == 3 && image.Bands.All(band => band.Color == ColorInterpretation.Gray));

        /// <summary>The range of 8-bit values that would else look black, or all the same: of classes, masks and counts. Null for photographs.</summary>
        private static (double Minimum, double Maximum)? Narrow(RasterImage image)
        {
            if (Percentiles.Measure(image, [.. Enumerable.Range(0, image.Bands.Count)], 0, 100) is not { } range)
            {
                return null;
            }

            var isClasses = image.Bands.Count == 1 && ClassValues.Distinct(image.Values(0), image.MaskOf(0), FewValues) is { Count: > 1 };
            return range.High < Dark || isClasses ? range : null;
        }
    }
}
