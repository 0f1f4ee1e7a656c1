using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Pixels of some bands in memory, row by row from the upper left, with the masks of what is valid and the place on Earth.
/// </summary>
public sealed partial class RasterImage
{
    private readonly IReadOnlyList<double[]> _values;
    private readonly IReadOnlyList<byte[]> _masks;
    private readonly byte[] _mask;

    /// <summary>An image whose bands share one mask.</summary>
    internal RasterImage(RasterSize size, IReadOnlyList<RasterBand> bands, IReadOnlyList<double[]> values, byte[] mask)
        : this(size, bands, values, [.. bands.Select(_ => mask)])
    {
    }

    /// <summary>An image with a mask for each band.</summary>
    internal RasterImage(RasterSize size, IReadOnlyList<RasterBand> bands, IReadOnlyList<double[]> values, IReadOnlyList<byte[]> masks)
    {
        (Width, Height) = (size.Width, size.Height);
        Bands = bands;
        _values = values;
        _masks = BandMasks.Share(masks);
        _mask = BandMasks.Unite(_masks);
    }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The bands, in the order asked for.</summary>
    public IReadOnlyList<RasterBand> Bands { get; }

    /// <summary>The coordinate reference system; null where it is unknown.</summary>
    public RasterCrs? Crs { get; init; }

    /// <summary>The box of the pixels' outer edges in <see cref="Crs"/>; null where the image has no place.</summary>
    public Envelope? Bounds => Place?.Bounds(Width, Height);

    /// <summary>False where rows do not run from north to south and columns from west to east, so that <see cref="Bounds"/> is only a box around.</summary>
    public bool IsNorthUp => Place is not { } place || place.Geotransform?.IsNorthUp == true;

    /// <summary>Columns of the raster, or of the part of it, that this was read from.</summary>
    public int SourceWidth { get; init; }

    /// <summary>Rows of the raster, or of the part of it, that this was read from.</summary>
    public int SourceHeight { get; init; }

    /// <summary>
    /// Per pixel 0 where no band has data and 255 where any has; between them what a soft alpha band says. Nodata values, NaN, alpha bands and
    /// mask bands are folded into it; <see cref="MaskOf"/> has it for each band.
    /// </summary>
    public ReadOnlySpan<byte> Mask => _mask;

    /// <summary>Where the pixels lie; null where that is unknown.</summary>
    internal RasterPlace? Place { get; init; }

    /// <summary>What could not be read, in words; null where all could.</summary>
    internal string? Damage { get; init; }

    /// <summary>What else has to be said of how the pixels were read, one sentence each.</summary>
    internal IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>How the bands were chosen, where nobody named them: "by wavelength"; null where somebody did.</summary>
    internal string? BandSource { get; init; }

    /// <summary>Which pixels of the raster these are, where it has more.</summary>
    internal PixelOrigin Origin { get; init; }

    /// <summary>Whether the raster's first column lies in the east of the image.</summary>
    internal bool MirrorsColumns { get; private set; }

    /// <summary>Whether the raster's first row lies in the south of the image.</summary>
    internal bool MirrorsRows { get; private set; }

    /// <summary>The values of a band, as stored; complex numbers as their magnitude. Where <see cref="MaskOf"/> is 0 they mean nothing.</summary>
    /// <param name="band">The index into <see cref="Bands"/>; the first is 0.</param>
    public ReadOnlySpan<double> Values(int band) => _values[band];

    /// <summary>Per pixel 0 where a band has no data, else its opacity, 255 where nothing else is said.</summary>
    /// <param name="band">The index into <see cref="Bands"/>; the first is 0.</param>
    public ReadOnlySpan<byte> MaskOf(int band) => _masks[band];

    /// <summary>
    /// The image in physical values, stored value × scale + offset, of bands whose files give these; the bands then have neither. An image
    /// without such bands is returned as it is.
    /// </summary>
    public RasterImage ToPhysical() => Bands.Any(band => band.IsScaled)
        ? With([.. Bands.Select(band => band.ToPhysical())], [.. Bands.Select((band, i) => band.ToPhysical(_values[i]))], _masks)
        : this;

    /// <summary>Histograms of the pixels in memory, from the smallest to the largest valid value of each band.</summary>
    /// <param name="bins">The number of bins at most: whole numbers that are fewer get one each.</param>
    public IReadOnlyList<RasterHistogram> Histogram(int bins = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return [.. Bands.Select((band, i) => ValidValues.Measure(this, [i], values => HistogramCounter.Measure(band, values, bins)))];
    }

    /// <summary>Size and bands in one line.</summary>
    public override string ToString() => SingleLine.Format($"{new RasterSize(Width, Height)}, {string.Join(", ", Bands.Select(band => band.Name))}");

    /// <summary>
    /// The pixels of several images with as many bands in one row, in physical values, for a stretch that serves them all; without a place.
    /// </summary>
    internal static RasterImage Concatenate(IReadOnlyList<RasterImage> images)
    {
        IReadOnlyList<RasterImage> physical = [.. images.Select(image => image.ToPhysical())];
        return new RasterImage(
            new RasterSize(physical.Sum(image => image._mask.Length), 1),
            [.. physical[0].Bands.Select((band, i) => physical.All(image => image.Bands[i].Type == band.Type) ? band : band with { Type = PixelType.Float64 })],
            [.. physical[0].Bands.Select((_, band) => physical.SelectMany(image => image._values[band]).ToArray())],
            [.. physical[0].Bands.Select((_, band) => physical.SelectMany(image => image._masks[band]).ToArray())]);
    }

    /// <summary>The values of all bands, not copied.</summary>
    internal IReadOnlyList<double[]> AllValues => _values;

    /// <summary>The masks of all bands, not copied.</summary>
    internal IReadOnlyList<byte[]> AllMasks => _masks;

    /// <summary>The value of a band at a pixel; NaN where it has no data, or an infinite one.</summary>
    internal double ValueAt(int band, int pixel) =>
        _masks[band][pixel] != 0 && double.IsFinite(_values[band][pixel]) ? _values[band][pixel] : double.NaN;

    /// <summary>The same image with its first row in the north and its first column in the west, where that takes no more than mirroring.</summary>
    internal RasterImage NorthUp()
    {
        if (Place?.Geotransform is not { IsAxisAligned: true } geotransform || geotransform.IsNorthUp)
        {
            return this;
        }

        var (mirrorColumns, mirrorRows) = (geotransform.ColumnX < 0, geotransform.RowY > 0);
        var (x, y) = geotransform.At(mirrorColumns ? Width : 0, mirrorRows ? Height : 0);
        var mirrored = With(Bands, [.. _values.Select(Mirror)], BandMasks.Map(_masks, Mirror), new RasterSize(Width, Height), Crs, RasterPlace.From(
            new Geotransform(x, Math.Abs(geotransform.ColumnX), 0, y, 0, -Math.Abs(geotransform.RowY))));
        (mirrored.MirrorsColumns, mirrored.MirrorsRows) = (mirrorColumns, mirrorRows);
        return mirrored;

        T[] Mirror<T>(T[] pixels) => this.Mirror(pixels, mirrorColumns, mirrorRows);
    }

    /// <summary>Other values in the same place, read in the same way.</summary>
    internal RasterImage With(IReadOnlyList<RasterBand> bands, IReadOnlyList<double[]> values, IReadOnlyList<byte[]> masks) =>
        With(bands, values, masks, new RasterSize(Width, Height), Crs, Place);

    /// <summary>Other values in the same place, with other remarks.</summary>
    internal RasterImage With(
        IReadOnlyList<RasterBand> bands, IReadOnlyList<double[]> values, IReadOnlyList<byte[]> masks, IReadOnlyList<string> remarks) =>
        With(bands, values, masks, new RasterSize(Width, Height), Crs, Place, remarks);

    /// <summary>Other values in another place, read in the same way.</summary>
    internal RasterImage With(
        IReadOnlyList<RasterBand> bands,
        IReadOnlyList<double[]> values,
        IReadOnlyList<byte[]> masks,
        RasterSize size,
        RasterCrs? crs,
        RasterPlace? place,
        IReadOnlyList<string>? remarks = null) =>
        new(size, bands, values, masks)
        {
            Crs = crs,
            Place = place,
            SourceWidth = SourceWidth,
            SourceHeight = SourceHeight,
            Damage = Damage,
            Remarks = remarks ?? Remarks,
            BandSource = BandSource,
            Origin = Origin,
            MirrorsColumns = MirrorsColumns,
            MirrorsRows = MirrorsRows,
        };

    private T[] Mirror<T>(T[] pixels, bool columns, bool rows)
    {
        var mirrored = new T[pixels.Length];
        for (var row = 0; row < Height; row++)
        {
            var target = mirrored.AsSpan(row * Width, Width);
            pixels.AsSpan((rows ? Height - 1 - row : row) * Width, Width).CopyTo(target);
            if (columns)
            {
                target.Reverse();
            }
        }

        return mirrored;
    }
}
