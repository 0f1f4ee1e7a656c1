using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>Values as arrays, at places, and in numbers.</summary>
public sealed partial class ComputedRaster
{
    private const long MaxValues = 1L << 28;

    /// <summary>
    /// All values as an array, first the row, then the column, NaN where one is missing. It reads the whole raster at each call, and takes eight
    /// bytes a pixel.
    /// </summary>
    /// <exception cref="Up42Exception">The raster has more than 2^28 pixels, or cannot be read.</exception>
    public double[,] Values => ReadValues();

    /// <summary>The value at a place; NaN outside of the raster and where it is missing.</summary>
    /// <param name="longitude">In degrees.</param>
    /// <param name="latitude">In degrees.</param>
    /// <exception cref="Up42Exception">The raster has no place, or cannot be read.</exception>
    public double this[double longitude, double latitude] => Sample([new Point(longitude, latitude)])[0];

    /// <summary><see cref="Values"/>, cancellable.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public double[,] ReadValues(CancellationToken cancellationToken = default)
    {
        if ((long)Width * Height > MaxValues)
        {
            throw new Up42Exception($"{this} has more than {NumberText.Format(MaxValues)} values; clip or resample it first.");
        }

        var values = new double[Height, Width];
        var parts = _source.Parts(_source.Grid.Whole);
        _source.ForEach(
            parts,
            (index, read) =>
            {
                var part = parts[index];
                for (var row = 0; row < part.Height; row++)
                {
                    for (var column = 0; column < part.Width; column++)
                    {
                        values[part.Row + row, part.Column + column] = read[(row * part.Width) + column];
                    }
                }
            },
            cancellationToken);
        return values;
    }

    /// <summary>The values at places; NaN outside of the raster and where they are missing. Parts of the raster are read once for all places in them.</summary>
    /// <param name="points">Places in EPSG:4326, x = longitude, y = latitude.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    /// <exception cref="Up42Exception">The raster has no place, or cannot be read.</exception>
    public IReadOnlyList<double> Sample(IEnumerable<Point> points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        Point[] places = [.. points];
        double[] columns = [.. places.Select(point => point.IsEmpty ? double.NaN : point.X)];
        double[] rows = [.. places.Select(point => point.IsEmpty ? double.NaN : point.Y)];
        using (var projector = new RingProjector(_source.Grid))
        {
            projector.ToPixels(columns, rows);
        }

        var values = new double[places.Length];
        Array.Fill(values, double.NaN);
        var parts = _source.Parts(_source.Grid.Whole);
        var found = Enumerable.Range(0, places.Length)
            .Where(i => columns[i] >= 0 && rows[i] >= 0 && columns[i] < Width && rows[i] < Height)
            .GroupBy(i => parts.TakeWhile(part => !Holds(part, (int)columns[i], (int)rows[i])).Count())
            .Select(group => (Part: parts[group.Key], Places: group.ToList())).ToList();
        RasterWindow[] windows = [.. found.Select(group => Around(group.Places, columns, rows))];
        _source.ForEach(
            windows,
            (index, read) =>
            {
                var window = windows[index];
                foreach (var i in found[index].Places)
                {
                    values[i] = read[(((int)rows[i] - window.Row) * window.Width) + (int)columns[i] - window.Column];
                }
            },
            cancellationToken);
        return values;
    }

    /// <summary>Count, minimum, maximum, mean and standard deviation of all values.</summary>
    /// <param name="cancellationToken">Cancels the read.</param>
    public RasterStatistics Statistics(CancellationToken cancellationToken = default) => Measure(cancellationToken).For(BandExpression.ComputedBand(Name));

    /// <summary>How often values occur, from the smallest to the largest. It reads the raster twice.</summary>
    /// <param name="bins">The number of bins.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public RasterHistogram Histogram(int bins = 256, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        var range = Measure(cancellationToken);
        var counter = new HistogramCounter(BandExpression.ComputedBand(Name), range.Minimum, range.Maximum, bins);
        var parts = _source.Parts(_source.Grid.Whole);
        _source.ForEach(parts, (_, values) => counter.Add(Valid(values)), cancellationToken);
        return counter.ToHistogram(bins);
    }

    /// <summary>
    /// The area of the pixels that have a value, in square kilometres on the WGS 84 ellipsoid: each as large as it is on Earth, not in the projection.
    /// It reads the whole raster.
    /// </summary>
    /// <exception cref="Up42Exception">The raster has no place on Earth, or cannot be read.</exception>
    public double AreaSquareKilometers
    {
        get
        {
            var ground = new GroundArea(_source.Grid);
            var parts = _source.Parts(_source.Grid.Whole);
            var areas = new double[parts.Count];
            _source.ForEach(parts, (index, values) => areas[index] = ground.Measure(parts[index], values), CancellationToken.None);
            return areas.Sum() / 1e6;
        }
    }

    private RunningStatistics Measure(CancellationToken cancellationToken)
    {
        var parts = _source.Parts(_source.Grid.Whole);
        var measured = new RunningStatistics[parts.Count];
        _source.ForEach(parts, (index, values) => measured[index] = RunningStatistics.Measure(Valid(values)), cancellationToken);
        return measured.Aggregate(RunningStatistics.Join);
    }

    private static ReadOnlySpan<double> Valid(double[] values)
    {
        var count = 0;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                values[count++] = value;
            }
        }

        return values.AsSpan(0, count);
    }

    private static bool Holds(RasterWindow part, int column, int row) =>
        column >= part.Column && column < part.Column + part.Width && row >= part.Row && row < part.Row + part.Height;

    private static RasterWindow Around(List<int> places, double[] columns, double[] rows)
    {
        var (left, right) = (places.Min(i => (int)columns[i]), places.Max(i => (int)columns[i]));
        var (top, bottom) = (places.Min(i => (int)rows[i]), places.Max(i => (int)rows[i]));
        return new RasterWindow(left, top, right - left + 1, bottom - top + 1);
    }
}
