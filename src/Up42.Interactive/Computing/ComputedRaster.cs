using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Values computed from rasters, made by <c>Compute</c>: a lazy, georeferenced array with one value a pixel. Nothing is read until values, numbers, a
/// file or a picture are asked for, and then a part at a time on all cores. Values are physical; missing ones are NaN. Each verb returns a new one.
/// Members may be called from several threads.
/// </summary>
public sealed partial class ComputedRaster
{
    private readonly PixelSource _source;
    private readonly SpectralIndex? _index;

    private ComputedRaster(string name, PixelSource source, SpectralIndex? index) => (Name, _source, _index) = (name, source, index);

    /// <summary>What displays, columns and files call the values: "NDVI".</summary>
    public string Name { get; }

    /// <summary>Columns.</summary>
    public int Width => _source.Grid.Size.Width;

    /// <summary>Rows.</summary>
    public int Height => _source.Grid.Size.Height;

    /// <summary>The coordinate reference system; null where it is unknown.</summary>
    public RasterCrs? Crs => _source.Grid.Crs;

    /// <summary>
    /// GDAL's six numbers from pixels to coordinates (x = g[0] + column·g[1] + row·g[2], y = g[3] + column·g[4] + row·g[5]); empty where there are none.
    /// </summary>
    public IReadOnlyList<double> Geotransform => _source.Grid.Place?.Geotransform?.ToArray() ?? [];

    /// <summary>The box of the pixels' outer edges in <see cref="Crs"/>; null where they have no place.</summary>
    public Envelope? Bounds => _source.Grid.Place?.Bounds(Width, Height);

    /// <summary>When the scene was taken; null where that is unknown.</summary>
    public DateTimeOffset? Date { get; private init; }

    internal PixelSource Source => _source;

    /// <summary>The values of a formula over the bands of a raster, which stays open as long as they are used.</summary>
    internal static ComputedRaster Create(RasterFile raster, string expression, DateTimeOffset? date = null) =>
        new(expression.Trim(), new FormulaSource(raster, expression), SpectralIndex.Find(expression)) { Date = date };

    /// <summary>The same values under another name.</summary>
    /// <param name="name">The name.</param>
    public ComputedRaster Rename(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new ComputedRaster(name, _source, _index) { Date = Date, Thresholds = Thresholds };
    }

    /// <summary>Name, size, pixel and place in one line.</summary>
    public override string ToString() => SingleLine.Format($"{Name}: {_source.Grid}");

    private ComputedRaster With(PixelSource source) => new(Name, source, _index) { Date = Date, Thresholds = Thresholds };
}
