using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Pixels of some bands in memory, row by row from the upper left, with the mask of what is valid and the place on Earth.
/// </summary>
public sealed partial class RasterImage
{
    private readonly IReadOnlyList<double[]> _values;
    private readonly byte[] _mask;

    internal RasterImage(RasterSize size, IReadOnlyList<RasterBand> bands, IReadOnlyList<double[]> values, byte[] mask)
    {
        (Width, Height) = (size.Width, size.Height);
        Bands = bands;
        _values = values;
        _mask = mask;
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
    public Envelope? Bounds => Geotransform is { } geotransform ? RasterBounds.Bounds(geotransform, Width, Height) : null;

    /// <summary>False where rows do not run from north to south and columns from west to east, so that <see cref="Bounds"/> is only a box around.</summary>
    public bool IsNorthUp => Geotransform is not { } geotransform || geotransform.IsNorthUp;

    /// <summary>Columns of the raster, or of the part of it, that this was read from.</summary>
    public int SourceWidth { get; init; }

    /// <summary>Rows of the raster, or of the part of it, that this was read from.</summary>
    public int SourceHeight { get; init; }

    /// <summary>
    /// Per pixel 0 where there is no data and 255 where there is; between them what a soft alpha band says. Nodata values (a pixel is without
    /// data when all bands read here are), NaN, alpha bands and mask bands are folded into it.
    /// </summary>
    public ReadOnlySpan<byte> Mask => _mask;

    internal Geotransform? Geotransform { get; init; }

    /// <summary>What could not be read, in words; null where all could.</summary>
    internal string? Damage { get; init; }

    /// <summary>The values of a band, as stored; complex numbers as their magnitude. Where the mask is 0 they mean nothing.</summary>
    /// <param name="band">The index into <see cref="Bands"/>; the first is 0.</param>
    public ReadOnlySpan<double> Values(int band) => _values[band];

    /// <summary>Histograms of the pixels in memory, from the smallest to the largest valid value of each band.</summary>
    /// <param name="bins">The number of bins at most: whole numbers that are fewer get one each.</param>
    public IReadOnlyList<RasterHistogram> Histogram(int bins = 256)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        return [.. Stretch.MinMax.Measure(this).Select((range, i) =>
        {
            var counts = ValidValues.Measure(this, [i], values => RasterHistogram.Count(values, range.Minimum, range.Maximum, RasterHistogram.Bins(Bands[i], range.Minimum, range.Maximum, bins)));
            return counts.Any(count => count > 0)
                ? new RasterHistogram(Bands[i], range.Minimum, range.Maximum, counts)
                : new RasterHistogram(Bands[i], 0, 0, counts);
        })];
    }

    /// <summary>Size and bands in one line.</summary>
    public override string ToString() => $"{new RasterSize(Width, Height)}, {string.Join(", ", Bands.Select(band => band.Name))}";

    /// <summary>The pixels of several images with as many bands in one row, for a stretch that serves them all; without a place.</summary>
    internal static RasterImage Concatenate(IReadOnlyList<RasterImage> images) => new(
        new RasterSize(images.Sum(image => image._mask.Length), 1),
        images[0].Bands,
        [.. images[0].Bands.Select((_, band) => images.SelectMany(image => image._values[band]).ToArray())],
        [.. images.SelectMany(image => image._mask)]);

    /// <summary>The same image with its first row in the north and its first column in the west, where that takes no more than mirroring.</summary>
    internal RasterImage NorthUp()
    {
        if (Geotransform is not { IsAxisAligned: true } geotransform || geotransform.IsNorthUp)
        {
            return this;
        }

        var (mirrorColumns, mirrorRows) = (geotransform.ColumnX < 0, geotransform.RowY > 0);
        var (x, y) = geotransform.At(mirrorColumns ? Width : 0, mirrorRows ? Height : 0);
        return new RasterImage(
            new RasterSize(Width, Height), Bands, [.. _values.Select(band => Mirror(band, mirrorColumns, mirrorRows))], Mirror(_mask, mirrorColumns, mirrorRows))
        {
            Crs = Crs,
            SourceWidth = SourceWidth,
            SourceHeight = SourceHeight,
            Damage = Damage,
            Geotransform = new Geotransform(x, Math.Abs(geotransform.ColumnX), 0, y, 0, -Math.Abs(geotransform.RowY)),
        };
    }

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
