using System.Runtime.InteropServices;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>Reading pixels.</summary>
public sealed partial class RasterFile
{
    /// <summary>Pixels that are decoded in a fraction of a second, so that overviews save too little to be worth their averages.</summary>
    private const long MaxPixelsWithoutOverviews = 16_000_000;

    /// <summary>Pixels on a side of the parts that tell classes from measurements.</summary>
    private const int SampleSize = 128;

    private static readonly (double Across, double Down)[] SamplePlaces = [(0.25, 0.25), (0.75, 0.25), (0.5, 0.5), (0.25, 0.75), (0.75, 0.75)];

    /// <summary>
    /// Reads the whole raster, reduced to at most <paramref name="maxSize"/> pixels on the longer side, by nearest neighbour, through
    /// overviews where there are any. Memory is bounded by the picture and a block cache of 64 MB, whatever the raster's size.
    /// </summary>
    /// <param name="maxSize">Pixels on the longer side; smaller rasters keep their size.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: <see cref="DefaultBands"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Pixels as stored (scale and offset not applied), north up where the raster is axis-aligned.</returns>
    /// <exception cref="Up42Exception">The band does not exist, or a block cannot be read.</exception>
    public RasterImage Preview(int maxSize = 1024, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSize, 1);
        return ReadImage(Reduced(new RasterWindow(0, 0, Width, Height), maxSize), bands ?? DefaultBands, cancellationToken);
    }

    /// <summary>
    /// As <see cref="Preview"/>, for displays: of a damaged raster what can be read, with <see cref="RasterImage.Damage"/>; pixels of the file itself
    /// where it is small or holds classes, since overviews may hold averages; and few, scattered pixels kept at any reduction. Of a raster that is
    /// read by range, overviews are taken wherever there are any, unless it is small and holds classes.
    /// </summary>
    internal RasterImage ReadPreview(int maxSize, IReadOnlyList<int>? bands, CancellationToken cancellationToken) =>
        ReadPreview(Reduced(new RasterWindow(0, 0, Width, Height), maxSize), bands, cancellationToken);

    /// <summary>As the other, of a part.</summary>
    internal RasterImage ReadPreview(ReadRequest request, IReadOnlyList<int>? bands, CancellationToken cancellationToken)
    {
        var natural = bands is null ? Natural : (bands, null);
        var chosen = Chosen(natural.Numbers);
        var reader = new PixelReader(_pool, chosen, AlphaFor(chosen));
        var isSequential = RasterFormats.IsSequential(Driver);
        var rescue = new DamageTolerantReader(isSequential, RasterFormats.Patience(Driver));
        try
        {
            (request, var isCoarse) = Affordable(request, chosen);
            var pixels = reader.Read(request, UsesOverviews, rescue, cancellationToken);
            if (pixels.IsOverview && chosen.Length == 1 && MayBeReadWhole
                && (ClassValues.IsCategorical(chosen[0], pixels.Values[0], pixels.Masks[0]) || HoldsClasses(chosen[0], reader, cancellationToken))
                && Affords(request, chosen))
            {
                rescue = new DamageTolerantReader(isSequential, RasterFormats.Patience(Driver));
                pixels = reader.Read(request, useOverviews: false, rescue, cancellationToken);
            }

            var sparse = rescue.First is null && !isSequential
                ? new SparseReader(_pool, chosen, AlphaFor(chosen)).Fill(
                    request, pixels, () => MayBeReadWhole && Affords(Whole(request), chosen), cancellationToken)
                : null;
            string[] remarks = [.. Remarks, .. isCoarse ? [Coarsely] : Array.Empty<string>(), .. sparse is null ? Array.Empty<string>() : [sparse]];
            return Image(request, chosen, pixels, rescue, remarks, natural.Source, isEnlarged: sparse is not null);
        }
        catch (GdalException exception)
        {
            throw RasterErrors.Unreadable(Path, exception);
        }
        finally
        {
            WorkBudget.Spend(Work.Rasters, rescue.First is null ? 0 : Limits.Default.RasterDamage);
        }
    }

    private const string Coarsely = "read coarsely, since other rasters took most of the work; shown alone it is fine";

    private bool UsesOverviews => Driver != "GTiff" || IsRemote || (long)Width * Height > MaxPixelsWithoutOverviews;

    /// <summary>A request, made coarser where the rasters shown before left too little work for it.</summary>
    /// <exception cref="WorkExceededException">It is decoded whole at any size.</exception>
    private (ReadRequest Request, bool IsCoarse) Affordable(ReadRequest request, RasterBand[] bands)
    {
        var work = WorkBudget.Current is null ? 0 : Takes(request);
        if (work <= Limits.Default.CoarseValues || WorkBudget.TryTake(Work.Values, work))
        {
            return (request, false);
        }

        if (RasterFormats.IsSequential(Driver))
        {
            WorkExceededException.ThrowUnlessTaken(Work.Values, work);
        }

        while (request.Size is not (1, 1) && Takes(request) > Limits.Default.CoarseValues)
        {
            request = request with { Size = new RasterSize(Math.Max(1, request.Size.Width / 2), Math.Max(1, request.Size.Height / 2)) };
        }

        return (request, true);

        long Takes(ReadRequest wanted) => WorkOf(wanted, bands, UsesOverviews);
    }

    /// <summary>Takes the work of reading a part in the pixels of the file itself, if there is that much left.</summary>
    private bool Affords(ReadRequest request, RasterBand[] bands) =>
        WorkBudget.Current is null || WorkBudget.TryTake(Work.Values, WorkOf(request, bands, useOverviews: false));

    private long WorkOf(ReadRequest request, RasterBand[] bands, bool useOverviews) =>
        _pool.Use(source => ReadPlan.Work(source, bands[0].Number, bands.Length, request, useOverviews));

    private static ReadRequest Whole(ReadRequest request) => request with { Size = new RasterSize(request.Window.Width, request.Window.Height) };

    private bool IsRemote => RasterBytes.IsRemote(Path);

    // A preview is no reason to fetch gigabytes.
    internal bool MayBeReadWhole => !IsRemote || FileSize <= Limits.Default.FetchedBytes;

    /// <summary>Whether parts of the file itself hold few whole numbers: averaged overviews of these have many.</summary>
    private bool HoldsClasses(RasterBand band, PixelReader reader, CancellationToken cancellationToken)
    {
        var (values, masks) = (new List<double>(), new List<byte>());
        var part = new RasterSize(Math.Min(SampleSize, Width), Math.Min(SampleSize, Height));
        try
        {
            foreach (var (across, down) in band.Type.IsInteger() ? SamplePlaces : [])
            {
                var window = new RasterWindow((int)(across * (Width - part.Width)), (int)(down * (Height - part.Height)), part.Width, part.Height);
                var request = new ReadRequest(window, part);
                if (!Affords(request, [band]))
                {
                    return false;
                }

                var pixels = reader.Read(request, useOverviews: false, rescue: null, cancellationToken);
                values.AddRange(pixels.Values[0]);
                masks.AddRange(pixels.Masks[0]);
            }
        }
        catch (GdalException)
        {
            // What cannot be read tells nothing; overviews may be whole.
            return false;
        }

        return ClassValues.Distinct(CollectionsMarshal.AsSpan(values), CollectionsMarshal.AsSpan(masks), ClassValues.Few).Count > 1;
    }

    /// <summary>
    /// Reads a part of the raster at a size, by nearest neighbour, through overviews where they are fine enough. Memory is bounded as with
    /// <see cref="Preview"/>.
    /// </summary>
    /// <param name="window">The part, within the raster.</param>
    /// <param name="size">The size wanted; null: that of the part, pixel by pixel.</param>
    /// <param name="bands">The numbers of the bands, the first is 1; null: <see cref="DefaultBands"/>.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <returns>Pixels as stored (scale and offset not applied), north up where the raster is axis-aligned.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The part reaches out of the raster, or something has no size.</exception>
    /// <exception cref="Up42Exception">The band does not exist, or a block cannot be read.</exception>
    public RasterImage Read(
        RasterWindow window, RasterSize? size = null, IReadOnlyList<int>? bands = null, CancellationToken cancellationToken = default)
    {
        var wanted = size ?? new RasterSize(window.Width, window.Height);
        if (window.Column < 0 || window.Row < 0 || window.Width < 1 || window.Height < 1
            || window.Width > Width - window.Column || window.Height > Height - window.Row)
        {
            throw new ArgumentOutOfRangeException(
                nameof(window), $"The part must lie within the raster's {new RasterSize(Width, Height)} pixels; it is {window}.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(wanted.Width, 1, nameof(size));
        ArgumentOutOfRangeException.ThrowIfLessThan(wanted.Height, 1, nameof(size));
        return ReadImage(new ReadRequest(window, wanted), bands ?? DefaultBands, cancellationToken);
    }

    /// <summary>The place of the pixels as <see cref="Read"/> gives them: north up where that takes no more than mirroring.</summary>
    internal RasterPlace? UprightPlace => _place?.Geotransform is { IsAxisAligned: true, IsNorthUp: false } place
        ? RasterPlace.From(new Geotransform(
            Bounds!.MinX, Math.Abs(place.ColumnX), 0, Bounds.MaxY, 0, -Math.Abs(place.RowY)))
        : _place;

    /// <summary>What a part of the upright pixels is in the file.</summary>
    internal RasterWindow Upright(RasterWindow window) => _place?.Geotransform is { IsAxisAligned: true, IsNorthUp: false } place
        ? window with
        {
            Column = place.ColumnX < 0 ? Width - window.Column - window.Width : window.Column,
            Row = place.RowY > 0 ? Height - window.Row - window.Height : window.Row,
        }
        : window;

    /// <summary>The size of the blocks that the first band is stored in.</summary>
    internal RasterSize BlockSize => _pool.Use(source => new RasterSize(source.Dataset.Band(1).BlockWidth, source.Dataset.Band(1).BlockHeight));

    private static int Reduce(int length, double scale)
        => Math.Max(1, (int)Math.Round(length * scale, MidpointRounding.AwayFromZero));

    /// <summary>A part, reduced to at most so many pixels on the longer side.</summary>
    internal static ReadRequest Reduced(RasterWindow window, int maxSize)
    {
        var scale = Math.Min(1, (double)maxSize / Math.Max(window.Width, window.Height));
        return new ReadRequest(window, new RasterSize(Reduce(window.Width, scale), Reduce(window.Height, scale)));
    }

    private RasterImage ReadImage(ReadRequest request, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var bands = Chosen(numbers);
        try
        {
            return Image(request, bands, new PixelReader(_pool, bands, AlphaFor(bands)).Read(request, useOverviews: true, rescue: null, cancellationToken));
        }
        catch (GdalException exception)
        {
            throw RasterErrors.Unreadable(Path, exception);
        }
    }

    private RasterBand[] Chosen(IReadOnlyList<int> numbers) => numbers.Count > 0
        ? [.. numbers.Select(BandAt)]
        : throw new ArgumentException($"Name at least one band; there are {Numbers()}.", nameof(numbers));

    private RasterBand? AlphaFor(RasterBand[] bands) => bands.Any(band => band.Color == ColorInterpretation.Alpha) ? null : AlphaBand;

    private RasterImage Image(
        ReadRequest request,
        RasterBand[] bands,
        ReadPixels pixels,
        DamageTolerantReader? rescue = null,
        IReadOnlyList<string>? remarks = null,
        string? bandSource = null,
        bool isEnlarged = false)
    {
        var (window, size) = request;
        return new RasterImage(size, bands, pixels.Values, pixels.Masks)
        {
            Crs = Crs,
            Damage = rescue is { First: { } failure, Lost: > 0 } ? RasterErrors.Partly(failure, (double)rescue.Lost / pixels.Masks[0].Length) : null,
            Remarks = [.. remarks ?? [], .. IsPlacedByPoints ? ["placed by its ground control points"] : Array.Empty<string>()],
            BandSource = bandSource,
            Origin = isEnlarged ? PixelOrigin.Enlarged : pixels.IsOverview ? PixelOrigin.Overview : PixelOrigin.Nearest,
            SourceWidth = window.Width,
            SourceHeight = window.Height,
            Place = _place?.Moved(window.Column, window.Row).Resized(window.Width, window.Height, size.Width, size.Height),
        }.NorthUp();
    }
}
