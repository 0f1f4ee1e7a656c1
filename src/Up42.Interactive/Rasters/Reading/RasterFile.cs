using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// A raster on disk: GeoTIFF, JPEG 2000, PNG, JPEG or WebP. Its facts are read once, when it is opened; pixels are read on demand and never
/// more of them than asked for. Sidecar files are ignored, except a TIFF with overviews (<c>.ovr</c>) or a mask (<c>.msk</c>), and the names of
/// classes in <c>.aux.xml</c>; nothing is written beside it. Members may be called from several threads.
/// </summary>
public sealed partial class RasterFile : IDisposable
{
    private readonly ReadPool _pool;
    private readonly RasterPlace? _place;
    private readonly object? _bytes;

    private RasterFile(string path, RasterSource source, IReadOnlyList<string> bandNames, KnownClasses classes)
    {
        var dataset = source.Dataset;
        (Path, _bytes) = (path, RasterBytes.Hold(path));
        Driver = dataset.Driver;
        FileSize = RasterBytes.Length(path);
        (Width, Height) = (dataset.Width, dataset.Height);
        Bands = RasterBandReader.ReadAll(dataset, bandNames, AuxiliaryClasses.Read(path, dataset.BandCount, out var remark), classes);
        Overviews = [.. source.Overviews(1).Select(band => new RasterSize(band.Width, band.Height))];
        Compression = dataset.Metadata("COMPRESSION", "IMAGE_STRUCTURE");
        HasMask = source.HasMask;
        Sensor = SensorBands.Identify([.. RasterFormats.SensorTags(dataset), System.IO.Path.GetFileName(path)], Bands);
        Remarks = [.. RasterFormats.Remarks(path, dataset), .. remark is null ? Array.Empty<string>() : [remark]];
        HasGroundControlPoints = dataset.GroundControlPoints > 0;
        HasRationalPolynomials = dataset.HasMetadata("RPC");
        _place = Locate(dataset);
        using var reference = _place is null or { Geotransform: not null } ? dataset.GetSpatialReference() : dataset.GetGroundControlReference();
        Crs = reference is null ? null : RasterCrs.From(reference);
        Bounds = _place?.Bounds(Width, Height);
        BoundsWgs84 = Crs is null || _place is null ? null : RasterBounds.BoundsWgs84(_place, Width, Height, Crs);

        _pool = new ReadPool(path, source);
    }

    /// <summary>The full path; of a raster in storage that is read by range, a path of this process alone.</summary>
    public string Path { get; }

    /// <summary>GDAL's name of the format: GTiff, JP2OpenJPEG, PNG, JPEG, WEBP.</summary>
    public string Driver { get; }

    /// <summary>The size of the file in bytes.</summary>
    public long FileSize { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>The bands; the first has the number 1.</summary>
    public IReadOnlyList<RasterBand> Bands { get; }

    /// <summary>The sizes of the reduced copies that the file, or the <c>.ovr</c> beside it, holds.</summary>
    public IReadOnlyList<RasterSize> Overviews { get; }

    /// <summary>The compression, as GDAL names it: "DEFLATE"; null where there is none.</summary>
    public string? Compression { get; }

    /// <summary>True when the file has ground control points. They give its place where it has no geotransform, as with gdalwarp.</summary>
    public bool HasGroundControlPoints { get; }

    /// <summary>True when the file carries a rational polynomial camera model; it is not applied.</summary>
    public bool HasRationalPolynomials { get; }

    /// <summary>The coordinate reference system; null where the file names none.</summary>
    public RasterCrs? Crs { get; }

    /// <summary>
    /// GDAL's six numbers from pixels to coordinates (x = g[0] + column·g[1] + row·g[2], y = g[3] + column·g[4] + row·g[5]); empty where the
    /// file has none.
    /// </summary>
    public IReadOnlyList<double> Geotransform => _place?.Geotransform?.ToArray() ?? [];

    /// <summary>The box of the pixels' outer edges in <see cref="Crs"/>; null where the file has no place.</summary>
    public Envelope? Bounds { get; }

    /// <summary>
    /// The box in longitude (x) and latitude (y), EPSG:4326; null where that is unknown. Across the antimeridian longitudes go on beyond 180.
    /// </summary>
    public Envelope? BoundsWgs84 { get; }

    /// <summary>The width of a pixel in the unit of <see cref="Crs"/>; 1 where the file has no geotransform.</summary>
    public double PixelWidth => _place?.Geotransform?.PixelWidth ?? 1;

    /// <summary>The height of a pixel in the unit of <see cref="Crs"/>; 1 where the file has no geotransform.</summary>
    public double PixelHeight => _place?.Geotransform?.PixelHeight ?? 1;

    /// <summary>True when ground control points give the place.</summary>
    internal bool IsPlacedByPoints => _place is { Geotransform: null };

    /// <summary>True when a mask inside the file, or the <c>.msk</c> beside it, tells valid pixels.</summary>
    internal bool HasMask { get; }

    /// <summary>The compression in words, of formats that always have one too; null where there is none.</summary>
    internal string? CompressionName => Compression ?? RasterFormats.Compression(Driver);

    /// <summary>The sensor whose numbers the bands bear; null where nothing tells it.</summary>
    internal SensorBands? Sensor { get; }

    /// <summary>The classes of the first band whose classes have names, in words; null of none.</summary>
    internal string? ClassesText => Bands.Select(band => band.ClassesText).FirstOrDefault(text => text is not null);

    /// <summary>What lies in or beside the file and is not read, one sentence each.</summary>
    internal IReadOnlyList<string> Remarks { get; }

    /// <summary>How pixels without data are told: nodata values, "by alpha band", "by a mask", "none".</summary>
    internal string Validity
    {
        get
        {
            string[] ways =
            [
                .. Bands.Select(band => band.NoData).OfType<double>().Distinct().Select(value => NumberText.Format(value, digits: 5)),
                .. AlphaBand is null ? Array.Empty<string>() : ["by alpha band"],
                .. HasMask ? ["by a mask"] : Array.Empty<string>(),
            ];
            return ways.Length == 0 ? "none" : string.Join(", ", ways);
        }
    }

    /// <summary>Opens a raster and reads its facts.</summary>
    /// <param name="path">The path of a local file.</param>
    /// <exception cref="Up42Exception">The file does not exist, its format is not opened, it is damaged, or GDAL is missing.</exception>
    public static RasterFile Open(string path) => Open(path, [], KnownClasses.None);

    /// <summary>Closes the file. Images that were read stay.</summary>
    public void Dispose()
    {
        _pool.Dispose();
        GC.KeepAlive(_bytes);
    }

    /// <summary>Takes back an image of this raster that nobody uses any more, and whose pixels are not read again: the next has its memory.</summary>
    internal void Reuse(RasterImage image)
    {
        foreach (var values in image.AllValues.Distinct())
        {
            _pool.Reuse(values);
        }

        _pool.FreeBlocks();
    }

    /// <summary>Opens a raster.</summary>
    /// <param name="path">The path of a local file.</param>
    /// <param name="bandNames">Names for bands that the file gives none; believed when there is one for each band.</param>
    /// <param name="classes">What values stand for where nothing beside the file says it.</param>
    internal static RasterFile Open(string path, IReadOnlyList<string> bandNames, KnownClasses classes)
    {
        var located = RasterFormats.Locate(path);
        try
        {
            using var scope = GdalScope.Enter();
            return new RasterFile(located, RasterSource.Open(located), bandNames, classes);
        }
        catch (GdalException exception)
        {
            throw RasterErrors.Unreadable(located, exception);
        }
    }

    /// <summary>Name, size, bands and place in one line.</summary>
    public override string ToString() => SingleLine.Format(
        $"{System.IO.Path.GetFileName(Path)}: {new RasterSize(Width, Height)}, {Bands.Count} × {Bands[0].Type.ToText()}, {Crs?.ToString() ?? "no CRS"}"
        + (ClassesText is { } classes ? $", {classes}" : string.Empty));

    // GDAL's order: a geotransform that says something, else ground control points.
    private static RasterPlace? Locate(GdalDataset dataset) => dataset.Geotransform is { } numbers
        && (dataset.GroundControlPoints == 0 || numbers is not [0, 1, 0, 0, 0, 1 or -1])
        && Interactive.Geotransform.From(numbers) is var geotransform && geotransform.GivesPlace(dataset.Width, dataset.Height)
            ? RasterPlace.From(geotransform)
            : GdalGroundControl.From(dataset) is { } points ? RasterPlace.From(points) : null;

    private RasterBand? AlphaBand => Bands.FirstOrDefault(band => band.Color == ColorInterpretation.Alpha);
}
