using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Reading pixels.</summary>
public sealed partial class RasterFile
{
    /// <summary>
    /// Reads the whole raster, reduced to at most <paramref name="maxSize"/> pixels on the longer side, by nearest neighbour, through
    /// overviews where there are any. Memory is bounded by the picture and a block cache of 64 MB, whatever the raster's size.
    /// </summary>
    /// <param name="maxSize">Pixels on the longer side; smaller rasters keep their size.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: <see cref="DefaultBands"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Pixels as stored (scale and offset not applied), north up where the raster is axis-aligned.</returns>
    /// <exception cref="Up42Exception">There is no such band, or a block can not be read.</exception>
    public RasterImage Preview(int maxSize = 1024, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        return Read(Whole(maxSize), bands ?? DefaultBands, rescue: null, cancellationToken);
    }

    /// <summary>As <see cref="Preview"/>, for displays: of a damaged raster what can be read, with <see cref="RasterImage.Damage"/>.</summary>
    internal RasterImage ReadPreview(int maxSize, IReadOnlyList<int>? bands, CancellationToken cancellationToken) =>
        Read(Whole(maxSize), bands ?? DefaultBands, new DamageTolerantReader(RasterFormats.IsSequential(Driver)), cancellationToken);

    /// <summary>
    /// Reads a part of the raster at a size, by nearest neighbour, through overviews where they are fine enough. Memory is bounded as with
    /// <see cref="Preview"/>.
    /// </summary>
    /// <param name="window">The part, within the raster.</param>
    /// <param name="size">The size wanted; null: that of the part, pixel by pixel.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: <see cref="DefaultBands"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Pixels as stored (scale and offset not applied), north up where the raster is axis-aligned.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches out of the raster, or something has no size.</exception>
    /// <exception cref="Up42Exception">There is no such band, or a block can not be read.</exception>
    public RasterImage Read(
        RasterWindow window, RasterSize? size = null, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
    {
        var wanted = size ?? new RasterSize(window.Width, window.Height);
        if (window.Column < 0 || window.Row < 0 || window.Width < 1 || window.Height < 1
            || window.Width > Width - window.Column || window.Height > Height - window.Row)
        {
            throw new ArgumentOutOfRangeException(nameof(window), $"The part must lie within the raster's {new RasterSize(Width, Height)} pixels; it is {window}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(wanted.Width, 1, nameof(size));
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted.Height, 1, nameof(size));
        return Read(new ReadRequest(window, wanted), bands ?? DefaultBands, rescue: null, cancellationToken);
    }

    /// <summary>
    /// Reads the whole raster, reduced as by <see cref="Preview"/>, and warps that to another coordinate reference system by nearest neighbour.
    /// </summary>
    /// <param name="crs">The coordinate reference system wanted: <c>RasterCrs.FromEpsg(4326)</c>.</param>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: <see cref="DefaultBands"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Up42Exception">The raster has no place there, there is no such band, or a block can not be read.</exception>
    public RasterImage Warp(RasterCrs crs, int maxSize = 1024, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
        => Preview(maxSize, bands, cancellationToken).Warp(crs, maxSize, cancellationToken);

    private static int Reduce(int length, double scale)
        => Math.Max(1, (int)Math.Round(length * scale, MidpointRounding.AwayFromZero));

    private ReadRequest Whole(int maxSize)
    {
        var scale = Math.Min(1, (double)maxSize / Math.Max(Width, Height));
        return new ReadRequest(new RasterWindow(0, 0, Width, Height), new RasterSize(Reduce(Width, scale), Reduce(Height, scale)));
    }

    private RasterImage Read(ReadRequest request, IReadOnlyList<int> numbers, DamageTolerantReader? rescue, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Name at least one band; there are {Numbers()}."), nameof(numbers));
        }

        RasterBand[] bands = [.. numbers.Select(BandAt)];
        var alpha = bands.Any(band => band.Color == ColorInterpretation.Alpha) ? null : AlphaBand;
        try
        {
            var pixels = new PixelReader(_pool, bands, alpha).Read(request, rescue, cancellationToken);
            var (window, size) = request;
            return new RasterImage(size, bands, pixels.Values, pixels.Mask)
            {
                Crs = Crs,
                Damage = rescue is { First: { } failure, Lost: > 0 } ? RasterErrors.Partly(failure, (double)rescue.Lost / pixels.Mask.Length) : null,
                SourceWidth = window.Width,
                SourceHeight = window.Height,
                Geotransform = _geotransform?.Moved(window.Column, window.Row).Resized(window.Width, window.Height, size.Width, size.Height),
            }.NorthUp();
        }
        catch (GdalException exception)
        {
            throw RasterErrors.Unreadable(Path, exception);
        }
    }
}
