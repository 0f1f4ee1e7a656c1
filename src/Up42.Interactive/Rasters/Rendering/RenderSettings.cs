namespace Up42.Interactive;

/// <summary>How rasters become pictures.</summary>
/// <remarks>Bands and an expression exclude each other: see <see cref="Create"/>.</remarks>
/// <param name="Bands">Bands by number or name; null: each raster's own choice.</param>
/// <param name="Expression">A formula over bands; null: the bands themselves.</param>
/// <param name="Stretch">How values become brightness.</param>
/// <param name="Scale">How the brightness of one band becomes colour; null: what suits its values.</param>
internal sealed record RenderSettings(BandList? Bands, string? Expression, Stretch Stretch, ColorScale? Scale)
{
    /// <summary>Settings from what a user asked for.</summary>
    /// <exception cref="ArgumentException">Both bands and an expression are given.</exception>
    public static RenderSettings Create(BandList? bands, string? expression, Stretch stretch, ColorScale? scale) => bands is null || expression is null
        ? new RenderSettings(bands, expression, stretch, scale)
        : throw new ArgumentException("Give bands or an expression, not both: the expression names its bands.", nameof(bands));

    /// <summary>Reads a raster, reduced, and paints it; of a damaged one what can be read.</summary>
    /// <param name="raster">The raster.</param>
    /// <param name="maxSize">Pixels on the longer side.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Picture Make(RasterFile raster, int maxSize, CancellationToken cancellationToken) => Paint(Read(raster, maxSize, cancellationToken));

    /// <summary>Reads a raster, reduced, in physical values.</summary>
    public RasterImage Read(RasterFile raster, int maxSize, CancellationToken cancellationToken) =>
        Read(raster, RasterFile.Reduced(new RasterWindow(0, 0, raster.Width, raster.Height), maxSize), cancellationToken);

    /// <summary>Reads a part of a raster in physical values.</summary>
    public RasterImage Read(RasterFile raster, ReadRequest request, CancellationToken cancellationToken) => Expression is null
        ? raster.ReadPreview(request, Bands is null ? null : raster.NumbersOf(Bands), cancellationToken).ToPhysical()
        : BandExpression.Evaluate(Expression, raster, request, cancellationToken);

    /// <summary>Paints an image.</summary>
    /// <param name="image">The image.</param>
    /// <param name="measured">The image whose values set the stretch, of as many bands; null: the same.</param>
    public Picture Paint(RasterImage image, RasterImage? measured = null)
    {
        var index = Expression is null ? null : SpectralIndex.Find(Expression);
        var isInDomain = index is not null && Stretch.IsDefault;
        var stretch = isInDomain ? Stretch.Range(index!.Minimum, index.Maximum).WithGamma(Stretch.Gamma) : Stretch;
        var colors = stretch.Apply(image, measured ?? image);
        if (image.Bands.Count != 1 || colors.Ranges.Count == 0)
        {
            return new Picture(image, colors, null, Stretch.Gamma, Expression);
        }

        var scale = Scale ?? index?.ColorScale ?? DefaultScale(image.Bands[0]);
        return new Picture(image, RgbaRenderer.Colorize(colors, scale, Stretch.Gamma), scale, Stretch.Gamma, Expression)
        {
            Usual = isInDomain && image.Mask.ContainsAnyExcept((byte)0) ? Stretch.Measure(image)[0] : null,
        };
    }

    /// <summary>Counts and reflectances in grey, as photographs; computed quantities in colour.</summary>
    private static ColorScale DefaultScale(RasterBand band) => band.StoredType.IsUnsigned() ? ColorScale.Gray : ColorScale.Viridis;
}
