using System.Globalization;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// The open handles of one raster for one thread: the file, and the <c>.ovr</c> and <c>.msk</c> TIFFs beside it, which are opened by
/// themselves, since GDAL would attach any format under those names.
/// </summary>
internal sealed class RasterSource : IDisposable
{
    private readonly GdalDataset? _overviews;
    private readonly GdalDataset? _mask;

    private readonly string _path;

    private RasterSource(string path, GdalDataset dataset)
    {
        (_path, Dataset) = (path, dataset);
        var first = dataset.Band(1);
        if (first.OverviewCount == 0 && RasterFormats.OpenCompanion(path + ".ovr") is { } overviews)
        {
            _overviews = Kept(overviews, overviews.BandCount == dataset.BandCount && overviews.Width < dataset.Width);
        }

        if (!first.MaskFlags.HasFlag(GdalMaskFlags.PerDataset) && RasterFormats.OpenCompanion(path + ".msk") is { } mask)
        {
            _mask = Kept(mask, mask.Width == dataset.Width && mask.Height == dataset.Height);
        }
    }

    internal GdalDataset Dataset { get; private set; }

    /// <summary>The tiles or strips of all bands.</summary>
    internal long Tiles => CountTiles(Dataset);

    /// <summary>Whether a mask, in the file or beside it, tells valid pixels.</summary>
    internal bool HasMask => _mask is not null || IsOfDataset(Dataset.Band(1));

    internal static RasterSource Open(string path) => RemoteReads.Open(() => OpenHandles(path));

    private static RasterSource OpenHandles(string path)
    {
        var dataset = RasterFormats.Open(path);
        try
        {
            return dataset.BandCount == 0 ? throw new Up42Exception($"'{Path.GetFileName(path)}' has no bands.")
                : RasterFormats.MaxTiles(dataset.Driver) is { } most && CountTiles(dataset) is var tiles && tiles > most
                ? throw new Up42Exception($"'{Path.GetFileName(path)}' cannot be read: its bands have {NumberText.Format(tiles)} tiles, which take more "
                    + $"memory to be decoded than is allowed; {NumberText.Format(most)} are read. Rewrite it in larger ones.")
                : new RasterSource(path, dataset);
        }
        catch
        {
            dataset.Dispose();
            throw;
        }
    }

    private static long CountTiles(GdalDataset dataset)
    {
        var band = dataset.Band(1);
        return (long)Math.Ceiling((double)band.Width / band.BlockWidth) * (long)Math.Ceiling((double)band.Height / band.BlockHeight) * dataset.BandCount;
    }

    /// <summary>Opens the file anew: after a failure some decoders go on as if nothing had happened, and give grey.</summary>
    internal void Reopen()
    {
        var fresh = RasterFormats.Open(_path);
        Dataset.Dispose();
        Dataset = fresh;
    }

    /// <summary>A band's reduced copies, largest first.</summary>
    internal IEnumerable<GdalBand> Overviews(int number)
    {
        var bands = Inside(Dataset.Band(number));
        return _overviews is null ? bands : bands.Append(_overviews.Band(number)).Concat(Inside(_overviews.Band(number)));
    }

    /// <summary>A band or its overview of a size.</summary>
    internal GdalBand Level(int number, RasterSize size)
        => Overviews(number).Prepend(Dataset.Band(number)).First(band => band.Width == size.Width && band.Height == size.Height);

    /// <summary>The mask of one band alone, at a size; null where there is none. Only a <c>.msk</c> of as many bands that says so has such.</summary>
    internal GdalBand? BandMask(int number, RasterSize size) => _mask is not null && HasBandMasks(_mask) ? At(_mask.Band(number), size) : null;

    /// <summary>The mask that covers all bands; null where there is none. An alpha band and a band's nodata value are not it.</summary>
    internal GdalBand? Mask(RasterSize size)
    {
        if (_mask is not null)
        {
            return HasBandMasks(_mask) ? null : At(_mask.Band(1), size);
        }

        var whole = Dataset.Band(1);
        if (!IsOfDataset(whole))
        {
            return null;
        }

        var level = Level(1, size);
        return IsOfDataset(level) ? level.Mask() : whole.Mask();
    }

    public void Dispose()
    {
        _overviews?.Dispose();
        _mask?.Dispose();
        Dataset.Dispose();
    }

    private static GdalBand At(GdalBand mask, RasterSize size) =>
        Inside(mask).FirstOrDefault(band => band.Width == size.Width && band.Height == size.Height) ?? mask;

    /// <summary>GDAL notes the kind of each band's mask in the <c>.msk</c> as a number of <c>GMF_</c> flags.</summary>
    private bool HasBandMasks(GdalDataset mask) => mask.BandCount > 1 && mask.BandCount == Dataset.BandCount
        && int.TryParse(mask.Metadata("INTERNAL_MASK_FLAGS_1", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var flags)
        && !((GdalMaskFlags)flags).HasFlag(GdalMaskFlags.PerDataset);

    private static bool IsOfDataset(GdalBand band)
        => (band.MaskFlags & (GdalMaskFlags.PerDataset | GdalMaskFlags.Alpha)) == GdalMaskFlags.PerDataset;

    private static IEnumerable<GdalBand> Inside(GdalBand band) => Enumerable.Range(0, band.OverviewCount).Select(band.Overview);

    private static GdalDataset? Kept(GdalDataset dataset, bool fits)
    {
        if (!fits)
        {
            dataset.Dispose();
        }

        return fits ? dataset : null;
    }
}
