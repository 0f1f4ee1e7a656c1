namespace Up42.Interactive;

/// <summary>The values as a picture and as a few numbers.</summary>
[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class ComputedRaster : IDisplay
{
    private const int ShownSize = 640;
    private const int ShownBytes = 120_000;

    private readonly Lock _shownLock = new();
    private Html? _shown;

    /// <summary>
    /// The values as an HTML fragment: a picture, reduced, with its colour bar and how often values occur, the least, the quartiles and the greatest of what
    /// is shown, and the place. It is read at the first call and kept.
    /// </summary>
    public string ToHtml()
    {
        lock (_shownLock)
        {
            return new Fragment { Static = _shown ??= Shown() }.ToHtml();
        }
    }

    /// <summary>The values, reduced to at most so many pixels on the longer side.</summary>
    internal RasterImage Preview(int maxSize, CancellationToken cancellationToken) =>
        Read(RasterFile.Reduced(_source.Grid.Whole, maxSize), cancellationToken);

    /// <summary>A part of the values at a size.</summary>
    internal RasterImage Read(ReadRequest request, CancellationToken cancellationToken)
    {
        var size = request.Size;
        var values = _source.Read(request, cancellationToken);
        return new RasterImage(size, [ShownBand()], [values], Array.ConvertAll(values, value => double.IsNaN(value) ? (byte)0 : byte.MaxValue))
        {
            Crs = Crs,
            Place = _source.Grid.PlaceOf(request),
            SourceWidth = request.Window.Width,
            SourceHeight = request.Window.Height,
            Remarks = _source.Remarks,
        };
    }

    /// <summary>How the values are painted: an index in its usual domain, classes in colours of their own.</summary>
    internal RenderSettings Settings(Stretch stretch, ColorScale? scale) =>
        new(null, Thresholds is null ? _index?.Name ?? Name : null, stretch, scale ?? _index?.ColorScale);

    /// <summary>The day on which the scene was taken, as 2020-05-01.</summary>
    internal string? Day => Date is { } date ? DisplayText.DataDate(date.ToUniversalTime(), isDay: true) : null;

    private Html Shown()
    {
        var image = Preview(ShownSize, CancellationToken.None);
        var picture = Settings(Stretch.Default, null).Paint(image);
        var bar = picture.Bar is { } colors ? colors.WithCounts(ValueCountsData.Measure(image, colors.Minimum, colors.Maximum)).ToHtml()
            : ClassKey.Create(picture)?.ToHtml() ?? Html.Empty;
        return Html.Format(
            $"{RasterFileHtml.Figure(picture, $"Picture of {Name}", ShownBytes, bar)}{FactsTable.Create(Html.Format($"{Name}"), Facts(image))}");
    }

    private RasterBand ShownBand() => Thresholds is not { } limits
        ? BandExpression.ComputedBand(Name)
        : BandExpression.ComputedBand(Name) with { Type = PixelType.UInt8, Classes = Classes(limits, ColorScale.Viridis.Over(0, 1, gamma: 1)) };

    /// <summary>What classes stand for, in colours along a scale.</summary>
    private static IReadOnlyList<RasterClass> Classes(IReadOnlyList<double> limits, IReadOnlyList<uint> colors) =>
    [
        .. Enumerable.Range(0, limits.Count + 1).Select(i => new RasterClass(
            i + 1,
            i == 0 ? $"below {NumberText.Format(limits[0])}"
                : i == limits.Count ? $"from {NumberText.Format(limits[^1])}"
                : $"from {NumberText.Format(limits[i - 1])} to below {NumberText.Format(limits[i])}")
        {
            Color = (colors[i * (colors.Count - 1) / limits.Count] << 8) | byte.MaxValue,
        }),
    ];

    private IEnumerable<(string Name, Html Value)> Facts(RasterImage image)
    {
        double[] valid = [.. Enumerable.Range(0, image.Width * image.Height).Select(pixel => image.ValueAt(0, pixel)).Where(double.IsFinite).Order()];
        var isReduced = image.Width < Width || image.Height < Height;
        var isClassified = Thresholds is not null;
        return
        [
            ("size", FactsHtml.Text($"{_source.Grid.Size} pixels")),
            ("valid", FactsHtml.Text($"{NumberText.Format(100.0 * valid.Length / (image.Width * (double)image.Height), digits: 3)} %{Shown(isReduced)}")),
            ("classes", FactsHtml.Text(string.Join(", ", image.Bands[0].Classes))),
            ("least, quartiles, greatest", valid.Length == 0 || isClassified ? Html.Empty
                : FactsHtml.Text($"{string.Join(" · ", new[] { 0, 0.25, 0.5, 0.75, 1 }.Select(share => Number(valid, share)))}{Shown(isReduced)}")),
            ("coordinate reference system", FactsHtml.Text(Crs?.ToString() ?? "none")),
            ("pixel", _source.Grid.Place?.Geotransform is { } place
                ? FactsHtml.Text($"{NumberText.Format(place.PixelWidth, digits: 5)} × {NumberText.Format(place.PixelHeight, digits: 5)}{Crs?.UnitSuffix}")
                : Html.Empty),
            ("taken", FactsHtml.Text(Day)),
        ];
    }

    private static string Shown(bool isReduced) => isReduced ? ", of the pixels shown" : string.Empty;

    private static string Number(double[] ascending, double share) =>
        NumberText.Format(ascending[(int)Math.Round(share * (ascending.Length - 1))], NumberText.DigitsFor(ascending[0], ascending[^1]), grouped: true);
}
