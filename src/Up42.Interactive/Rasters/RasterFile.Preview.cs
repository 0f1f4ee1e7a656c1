using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Reading a reduced picture.</summary>
public sealed partial class RasterFile
{
    /// <summary>
    /// Reads the whole raster, reduced to at most <paramref name="maxSize"/> pixels on the longer side, by nearest neighbour, through
    /// overviews where there are any. Memory is bounded by the picture and a block cache of 128 MB, whatever the raster's size.
    /// </summary>
    /// <param name="maxSize">Pixels on the longer side; smaller rasters keep their size.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: <see cref="DefaultBands"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Pixels as stored (scale and offset not applied), north up where the raster is axis-aligned.</returns>
    /// <exception cref="Up42Exception">There is no such band, or a block can not be read.</exception>
    public RasterImage Preview(int maxSize = 1024, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        var scale = Math.Min(1, (double)maxSize / Math.Max(Width, Height));
        return Preview(new RasterSize(Reduce(Width, scale), Reduce(Height, scale)), bands ?? DefaultBands, cancellationToken);
    }

    private static int Reduce(int length, double scale)
        => Math.Max(1, (int)Math.Round(length * scale, MidpointRounding.AwayFromZero));

    private RasterImage Preview(RasterSize size, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Name at least one band; there are {Numbers()}."), nameof(numbers));
        }

        RasterBand[] bands = [.. numbers.Select(BandAt)];
        var alpha = bands.Any(band => band.Color == ColorInterpretation.Alpha)
            ? null
            : Bands.FirstOrDefault(band => band.Color == ColorInterpretation.Alpha);
        try
        {
            var pixels = new PixelReader(Rent, Return, bands, alpha).Read(size, cancellationToken);
            return new RasterImage(size, bands, pixels.Values, pixels.Mask)
            {
                Crs = Crs,
                SourceWidth = Width,
                SourceHeight = Height,
                Geotransform = _geotransform?.Resized(Width, Height, size.Width, size.Height),
            }.NorthUp();
        }
        catch (GdalException exception)
        {
            throw RasterErrors.Unreadable(Path, exception);
        }
    }
}
