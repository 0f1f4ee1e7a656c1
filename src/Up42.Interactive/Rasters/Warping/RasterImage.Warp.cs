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
    /// <param name="cancellationToken">Ends the warping.</param>
    /// <exception cref="Up42Exception">The image has no place in <paramref name="crs"/>.</exception>
    public RasterImage Warp(RasterCrs crs, int maxSize = 1024, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(crs);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        if (Crs is null || Geotransform is not { } geotransform || RasterBounds.BoundsIn(crs, geotransform, Width, Height, Crs) is not { } bounds)
        {
            throw new Up42Exception($"The raster has no place in {crs}{(Crs is null ? ", since it names no coordinate reference system of its own" : string.Empty)}.");
        }

        try
        {
            var target = WarpTarget.Fit(bounds, Width, Height, maxSize);
            using var source = ToDataset(geotransform, Crs);
            using var warped = source.Warp(target.ToArguments(crs.Wkt), cancellationToken);
            var mask = new byte[target.Size.Width * target.Size.Height];
            warped.Band(Bands.Count + 1).Read(GdalWindow.Whole(warped.Band(1)), mask.AsSpan(), target.Size.Width, target.Size.Height);
            return new RasterImage(target.Size, Bands, [.. Bands.Select((_, i) => ReadBand(warped, i + 1))], mask)
            {
                Crs = crs,
                SourceWidth = SourceWidth,
                SourceHeight = SourceHeight,
                Damage = Damage,
                Geotransform = target.Geotransform,
            };
        }
        catch (GdalException exception)
        {
            throw new Up42Exception($"The image could not be warped to {crs}. {exception.Message}", exception);
        }
    }

    private static double[] ReadBand(GdalDataset dataset, int number)
    {
        var values = new double[dataset.Width * dataset.Height];
        var band = dataset.Band(number);
        band.Read(GdalWindow.Whole(band), values.AsSpan(), band.Width, band.Height);
        return values;
    }

    private GdalDataset ToDataset(Geotransform geotransform, RasterCrs crs)
    {
        var dataset = GdalDataset.CreateInMemory(Width, Height, Bands.Count + 1, GdalDataType.Float64);
        using var reference = GdalSpatialReference.FromWkt(crs.Wkt);
        dataset.SetSpatialReference(reference);
        dataset.Geotransform = geotransform.ToArray();
        for (var i = 0; i < Bands.Count; i++)
        {
            dataset.Band(i + 1).WriteRows(0, Values(i));
        }

        var alpha = dataset.Band(Bands.Count + 1);
        alpha.Color = GdalColorInterpretation.Alpha;
        alpha.WriteRows(0, Mask);
        return dataset;
    }
}
