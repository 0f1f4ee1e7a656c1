using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Other values, and other grids.</summary>
public sealed partial class ComputedRaster
{
    private const int MaxSize = 1_000_000;

    /// <summary>Keeps the values that meet a condition; the others become missing.</summary>
    /// <param name="condition">True for a value that stays; it is not asked about missing ones, and several threads ask.</param>
    public ComputedRaster Where(Func<double, bool> condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return Pixelwise((values, _) =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = !double.IsNaN(values[i]) && condition(values[i]) ? values[i] : double.NaN;
            }
        });
    }

    /// <summary>Keeps the values that meet a condition; the others become missing.</summary>
    /// <param name="condition">
    /// A formula in which <c>value</c>, or the raster's own name, stands for the value: <c>"value > 0.3 and value &lt; 0.8"</c>.
    /// </param>
    /// <exception cref="Up42Exception">The formula cannot be read, or names something else.</exception>
    public ComputedRaster Where(string condition)
    {
        var formula = ValueFormula.Parse(condition, Name);
        return Pixelwise((values, _) =>
        {
            var holds = formula.Evaluate(values);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = holds[i] is 0 or double.NaN ? double.NaN : values[i];
            }
        });
    }

    /// <summary>Other values by a formula over these.</summary>
    /// <param name="expression">A formula in which <c>value</c>, or the raster's own name, stands for the value: <c>"clip(value, 0, 1) * 100"</c>.</param>
    /// <exception cref="Up42Exception">The formula cannot be read, or names something else.</exception>
    public ComputedRaster Compute(string expression)
    {
        var formula = ValueFormula.Parse(expression, Name);
        return new ComputedRaster(expression.Trim(), new PixelwiseSource([_source], (values, _) => formula.Evaluate(values).CopyTo(values, 0)), index: null)
        {
            Date = Date,
        };
    }

    /// <summary>Keeps the values where another raster on the same grid has a value that is not 0: <c>ndvi.Mask(raster.Compute("scl == 4"))</c>.</summary>
    /// <param name="mask">The other raster.</param>
    /// <exception cref="Up42Exception">Its grid is another; the message names both.</exception>
    public ComputedRaster Mask(ComputedRaster mask)
    {
        ArgumentNullException.ThrowIfNull(mask);
        RequireSameGrid(mask);
        return With(new PixelwiseSource([_source, mask._source], (values, others) =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = others[0][i] is 0 or double.NaN ? double.NaN : values[i];
            }
        }));
    }

    /// <summary>
    /// The part in an area: cut to the box around it, and missing outside of it. A pixel is inside when its middle is, as with <c>gdalwarp -cutline
    /// -crop_to_cutline</c>, but pixels stay where they are.
    /// </summary>
    /// <param name="area">A polygon in EPSG:4326, a table with polygons, GeoJSON or WKT text, or the path of a vector file.</param>
    /// <exception cref="ArgumentException">There is no polygon in it.</exception>
    /// <exception cref="Up42Exception">It does not meet the raster, or the raster has no place.</exception>
    public ComputedRaster Clip(Aoi area)
    {
        ArgumentNullException.ThrowIfNull(area);
        var polygons = PixelPolygons.Create(area.RequirePolygons(), _source.Grid);
        return polygons.Window(_source.Grid.Size) is { } window
            ? With(new ClippedSource(_source, polygons, window))
            : throw new Up42Exception($"The area of interest does not meet {this}.");
    }

    /// <summary>The raster in another coordinate reference system, north up, with square pixels about as fine as its own.</summary>
    /// <param name="crs">The coordinate reference system: <c>RasterCrs.FromEpsg(4326)</c>.</param>
    /// <param name="pixelSize">The edge of a pixel in the unit of <paramref name="crs"/>; null: as fine as the raster's own.</param>
    /// <param name="method">How values get there.</param>
    /// <exception cref="Up42Exception">The raster has no place there.</exception>
    public ComputedRaster Reproject(RasterCrs crs, double? pixelSize = null, Resampling method = Resampling.Nearest)
    {
        ArgumentNullException.ThrowIfNull(crs);
        var (_, own) = _source.Grid.Require("Another coordinate reference system");
        var bounds = RasterBounds.BoundsIn(crs, _source.Grid.Place!, Width, Height, own)
            ?? throw new Up42Exception($"The raster has no place in {crs}: {this}.");
        return With(new WarpedSource(_source, Fit(bounds, crs, pixelSize ?? WarpTarget.Fit(bounds, Width, Height, int.MaxValue).PixelSize), method));
    }

    /// <summary>The raster on the grid of another, pixel upon pixel, so that the two can be computed with.</summary>
    /// <param name="like">The other raster.</param>
    /// <param name="method">How values get there.</param>
    /// <exception cref="Up42Exception">One of them has no place.</exception>
    public ComputedRaster Reproject(ComputedRaster like, Resampling method = Resampling.Nearest)
    {
        ArgumentNullException.ThrowIfNull(like);
        var (geotransform, _) = like._source.Grid.Require("The grid of another raster");
        return geotransform.IsNorthUp
            ? With(new WarpedSource(_source, like._source.Grid, method))
            : throw new Up42Exception($"The grid of {like} is rotated; values are taken to grids that are north up.");
    }

    /// <summary>The raster with pixels of another size, in its own coordinate reference system, from the same upper left corner.</summary>
    /// <param name="pixelSize">The edge of a pixel in the unit of <see cref="Crs"/>.</param>
    /// <param name="method">How values get there.</param>
    /// <exception cref="Up42Exception">The raster has no place.</exception>
    public ComputedRaster Resample(double pixelSize, Resampling method = Resampling.Average)
    {
        var (_, crs) = _source.Grid.Require("Another pixel size");
        return With(new WarpedSource(_source, Fit(Bounds!, crs, pixelSize), method));
    }

    /// <summary>Classes by thresholds: 1 below the first, 2 from the first to below the second, and so on.</summary>
    /// <param name="thresholds">In ascending order, 1 to 253 of them.</param>
    public ComputedRaster Classify(params IEnumerable<double> thresholds)
    {
        ArgumentNullException.ThrowIfNull(thresholds);
        double[] limits = [.. thresholds];
        if (limits.Length is 0 or > 253 || !limits.Zip(limits.Skip(1)).All(pair => pair.First < pair.Second) || !limits.All(double.IsFinite))
        {
            throw new ArgumentException("Give 1 to 253 finite thresholds, each larger than the one before.", nameof(thresholds));
        }

        return new ComputedRaster(Name, Mapped((values, _) =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                var place = Array.BinarySearch(limits, values[i]);
                values[i] = double.IsNaN(values[i]) ? double.NaN : place >= 0 ? place + 2 : ~place + 1;
            }
        }), index: null)
        { Date = Date, Thresholds = limits };
    }

    /// <summary>The thresholds of the classes; null where these are not classes.</summary>
    internal IReadOnlyList<double>? Thresholds { get; private init; }

    private ComputedRaster Pixelwise(Action<double[], IReadOnlyList<double[]>> compute) => With(Mapped(compute));

    private PixelwiseSource Mapped(Action<double[], IReadOnlyList<double[]>> compute) => new([_source], compute);

    private static PixelGrid Fit(Envelope bounds, RasterCrs crs, double pixelSize)
    {
        var size = (Width: Math.Ceiling((bounds.Width / pixelSize) - 1e-6), Height: Math.Ceiling((bounds.Height / pixelSize) - 1e-6));
        return size is { Width: <= MaxSize, Height: <= MaxSize } && pixelSize > 0 && double.IsFinite(pixelSize)
            ? new PixelGrid(
                new RasterSize((int)Math.Max(1, size.Width), (int)Math.Max(1, size.Height)),
                RasterPlace.From(new Geotransform(bounds.MinX, pixelSize, 0, bounds.MaxY, 0, -pixelSize)),
                crs)
            : throw new ArgumentOutOfRangeException(
                nameof(pixelSize),
                $"Pixels of {NumberText.Format(pixelSize)}{crs.UnitSuffix} would make more than {NumberText.Format(MaxSize)} columns or rows.");
    }

    private void RequireSameGrid(ComputedRaster other)
    {
        if (!_source.Grid.Matches(other._source.Grid))
        {
            throw new Up42Exception(
                $"{Name} and {other.Name} lie on different grids: {_source.Grid}; and {other._source.Grid}. Take one to the other's with Reproject(like: …).");
        }
    }
}
