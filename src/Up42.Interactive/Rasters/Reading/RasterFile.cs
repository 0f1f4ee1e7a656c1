using NetTopologySuite.Geometries;
using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// A raster on disk: GeoTIFF, JPEG 2000, PNG, JPEG or WebP. Its facts are read once, when it is opened; pixels are read on demand and never
/// more of them than asked for. Nothing beside the file is believed but a TIFF with its overviews (<c>.ovr</c>) or mask (<c>.msk</c>), and
/// nothing is written beside it. Members may be called from several threads.
/// </summary>
public sealed partial class RasterFile : IDisposable
{
    private readonly ReadPool _pool;
    private readonly Geotransform? _geotransform;

    private RasterFile(string path, RasterSource source, IReadOnlyList<string> bandNames)
    {
        var dataset = source.Dataset;
        Path = path;
        Driver = dataset.Driver;
        FileSize = new FileInfo(path).Length;
        (Width, Height) = (dataset.Width, dataset.Height);
        Bands = RasterBandReader.ReadAll(dataset, bandNames);
        Overviews = [.. source.Overviews(1).Select(band => new RasterSize(band.Width, band.Height))];
        Compression = dataset.Metadata("COMPRESSION", "IMAGE_STRUCTURE");
        HasGroundControlPoints = dataset.GroundControlPoints > 0;
        HasRationalPolynomials = dataset.HasMetadata("RPC");
        _geotransform = dataset.Geotransform is { } numbers ? Interactive.Geotransform.From(numbers) : null;
        using var reference = dataset.GetSpatialReference();
        Crs = reference is null ? null : RasterCrs.From(reference);
        if (_geotransform is { } geotransform)
        {
            Bounds = RasterBounds.Bounds(geotransform, Width, Height);
            BoundsWgs84 = Crs is null ? null : RasterBounds.BoundsWgs84(geotransform, Width, Height, Crs);
        }

        _pool = new ReadPool(path, source);
    }

    /// <summary>The full path.</summary>
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

    /// <summary>True when the file is placed by ground control points; they are not applied.</summary>
    public bool HasGroundControlPoints { get; }

    /// <summary>True when the file carries a rational polynomial camera model; it is not applied.</summary>
    public bool HasRationalPolynomials { get; }

    /// <summary>The coordinate reference system; null where the file names none.</summary>
    public RasterCrs? Crs { get; }

    /// <summary>
    /// GDAL's six numbers from pixels to coordinates (x = g[0] + column·g[1] + row·g[2], y = g[3] + column·g[4] + row·g[5]); empty where the
    /// file has no place.
    /// </summary>
    public IReadOnlyList<double> Geotransform => _geotransform?.ToArray() ?? [];

    /// <summary>The box of the pixels' outer edges in <see cref="Crs"/>; null where the file has no place.</summary>
    public Envelope? Bounds { get; }

    /// <summary>
    /// The box in longitude (x) and latitude (y), EPSG:4326; null where that is unknown. Across the antimeridian longitudes go on beyond 180.
    /// </summary>
    public Envelope? BoundsWgs84 { get; }

    /// <summary>The width of a pixel in the unit of <see cref="Crs"/>; 1 where the file has no place.</summary>
    public double PixelWidth => _geotransform?.PixelWidth ?? 1;

    /// <summary>The height of a pixel in the unit of <see cref="Crs"/>; 1 where the file has no place.</summary>
    public double PixelHeight => _geotransform?.PixelHeight ?? 1;

    /// <summary>Opens a raster and reads its facts.</summary>
    /// <param name="path">The path of a local file.</param>
    /// <exception cref="Up42Exception">There is no such file, it is of no format that is opened, it is damaged, or GDAL is missing.</exception>
    public static RasterFile Open(string path) => Open(path, []);

    /// <summary>Closes the file. Images that were read stay.</summary>
    public void Dispose() => _pool.Dispose();

    /// <summary>Opens a raster.</summary>
    /// <param name="path">The path of a local file.</param>
    /// <param name="bandNames">Names for bands that the file gives none; believed when there is one for each band.</param>
    internal static RasterFile Open(string path, IReadOnlyList<string> bandNames)
    {
        var located = RasterFormats.Locate(path);
        try
        {
            return new RasterFile(located, RasterSource.Open(located), bandNames);
        }
        catch (GdalException exception)
        {
            throw RasterErrors.Unreadable(located, exception);
        }
    }

    /// <summary>Name, size, bands and place in one line.</summary>
    public override string ToString()
        => $"{System.IO.Path.GetFileName(Path)}: {new RasterSize(Width, Height)}, {Bands.Count} × {Bands[0].Type.ToText()}, {Crs?.ToString() ?? "no CRS"}";

    private RasterBand? AlphaBand => Bands.FirstOrDefault(band => band.Color == ColorInterpretation.Alpha);
}
