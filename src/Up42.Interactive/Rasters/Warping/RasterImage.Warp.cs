using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Warping.</summary>
public sealed partial class RasterImage
{
    /// <summary>
    /// The image in another coordinate reference system, north up, by nearest neighbour: every pixel keeps the value that it has in the raster.
    /// </summary>
    /// <param name="crs">The coordinate reference system wanted; the image's own makes a rotated image north up.</param>
    /// <param name="maxSize">Pixels on the longer side at most.</param>
    /// <param name="cancellationToken">Cancels the warp.</param>
    /// <returns>The image; across the antimeridian its <see cref="Bounds"/> go on.</returns>
    /// <exception cref="Up42Exception">The image has no place in <paramref name="crs"/>.</exception>
    public RasterImage Warp(RasterCrs crs, int maxSize = 1024, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(crs);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        if (Crs is null || Place is null || RasterBounds.BoundsIn(crs, Place, Width, Height, Crs) is not { } bounds)
        {
            var reason = Crs is null ? ", since it names no coordinate reference system of its own" : string.Empty;
            throw new Up42Exception($"The raster has no place in {crs}{reason}.");
        }

        try
        {
            var target = WarpTarget.Fit(bounds, Width, Height, maxSize);
            return IsForGdal(crs, bounds) ? WarpByGdal(target, crs, cancellationToken) : WarpByGrid(target, crs, cancellationToken);
        }
        catch (GdalException exception)
        {
            throw new Up42Exception($"The image could not be warped to {crs}. {exception.Message}", exception);
        }
    }

    /// <summary>The image in longitude and latitude on WGS 84, north up; where that is so already, or it has no place on Earth, as it is.</summary>
    internal RasterImage ToLongitudeLatitude(int maxSize, CancellationToken cancellationToken) =>
        Crs is null || Place is null || (Crs.IsWgs84 && IsNorthUp) || RasterBounds.BoundsWgs84(Place, Width, Height, Crs) is null
            ? this
            : Warp(RasterCrs.Wgs84, maxSize, cancellationToken);

    // GDAL knows neither coordinates that go on beyond a turn nor our ground control points.
    private bool IsForGdal(RasterCrs crs, Envelope bounds) => Place is { Geotransform: not null }
        && !(crs.IsGeographic && Longitudes.GoesOn(bounds, crs.Turn))
        && !(Crs is { Turn: > 0 } own && Longitudes.GoesOn(Bounds!, own.Turn));

    private RasterImage WarpByGrid(WarpTarget target, RasterCrs crs, CancellationToken cancellationToken)
    {
        var (width, height) = (target.Size.Width, target.Size.Height);
        var grid = new WarpGrid(target, (x, y) => PixelLocator.Locate(x, y, crs, Crs!, Place!, Bounds!));
        double[][] values = [.. Bands.Select(_ => new double[width * height])];
        byte[][] masks = [.. Bands.Select(_ => new byte[width * height])];
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, height, options, () => (X: new double[width], Y: new double[width]), (row, _, at) =>
        {
            grid.Row(row, at.X, at.Y);
            for (var column = 0; column < width; column++)
            {
                if (at.X[column] >= 0 && at.X[column] < Width && at.Y[column] >= 0 && at.Y[column] < Height)
                {
                    var (from, to) = (((int)at.Y[column] * Width) + (int)at.X[column], (row * width) + column);
                    for (var band = 0; band < values.Length; band++)
                    {
                        (values[band][to], masks[band][to]) = (_values[band][from], _masks[band][from]);
                    }
                }
            }

            return at;
        }, _ => { });
        return With(Bands, values, masks, target.Size, crs, RasterPlace.From(target.Geotransform));
    }

    private RasterImage WarpByGdal(WarpTarget target, RasterCrs crs, CancellationToken cancellationToken)
    {
        var distinct = _masks.Distinct().Count() == 1 ? [] : _masks;
        using var source = ToDataset(Place!.Geotransform!.Value, Crs!, distinct);
        using var warped = source.Warp(target.ToArguments(crs.Wkt), cancellationToken);
        var opacity = ReadMask(warped, Bands.Count + distinct.Count + 1);
        byte[][] masks = distinct.Count == 0
            ? [.. Bands.Select(_ => opacity)]
            : [.. distinct.Select((_, i) => BandMasks.Intersect([opacity, ReadMask(warped, Bands.Count + i + 1)]))];
        return With(Bands, [.. Bands.Select((_, i) => ReadBand(warped, i + 1))], masks, target.Size, crs, RasterPlace.From(target.Geotransform));
    }

    private static double[] ReadBand(GdalDataset dataset, int number)
    {
        var values = new double[dataset.Width * dataset.Height];
        var band = dataset.Band(number);
        band.Read(GdalWindow.Whole(band), values.AsSpan(), band.Width, band.Height);
        return values;
    }

    private static byte[] ReadMask(GdalDataset dataset, int number)
    {
        var mask = new byte[dataset.Width * dataset.Height];
        var band = dataset.Band(number);
        band.Read(GdalWindow.Whole(band), mask.AsSpan(), band.Width, band.Height);
        return mask;
    }

    /// <summary>The bands, then the masks, then the opacity of all.</summary>
    private GdalDataset ToDataset(Geotransform geotransform, RasterCrs crs, IReadOnlyList<byte[]> masks)
    {
        var dataset = GdalDataset.CreateInMemory(Width, Height, Bands.Count + masks.Count + 1, GdalDataType.Float64);
        using var reference = GdalSpatialReference.FromWkt(crs.Wkt);
        dataset.SetSpatialReference(reference);
        dataset.Geotransform = geotransform.ToArray();
        for (var i = 0; i < Bands.Count; i++)
        {
            dataset.Band(i + 1).WriteRows(0, Values(i));
        }

        for (var i = 0; i < masks.Count; i++)
        {
            dataset.Band(Bands.Count + i + 1).WriteRows<byte>(0, masks[i]);
        }

        var alpha = dataset.Band(Bands.Count + masks.Count + 1);
        alpha.Color = GdalColorInterpretation.Alpha;
        alpha.WriteRows(0, Mask);
        return dataset;
    }
}
