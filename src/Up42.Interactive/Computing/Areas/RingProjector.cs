using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Up42.Interactive;

/// <summary>
/// Takes polygons of longitudes and latitudes into the pixels of a grid. Edges are straight in degrees (RFC 7946); where they bend in the pixels,
/// vertices are put between until they follow to a five-hundredth of a pixel. It serves one thread at a time.
/// </summary>
internal sealed class RingProjector : IDisposable
{
    private const double Tolerance = 0.002;
    private const double LongestStep = 1;
    private const int MaxRounds = 14;
    private const int MaxVertices = 4_000_000;

    // Not the middle: an edge that bends both ways alike lies on the straight line there.
    private const double Probe = 0.4;

    private readonly PixelGrid _grid;
    private readonly Envelope _bounds;
    private readonly Envelope _box;
    private readonly Geometry _cutter;
    private readonly double _turn;
    private readonly CrsPath _path;

    /// <exception cref="Up42Exception">The grid has no place on Earth.</exception>
    public RingProjector(PixelGrid grid)
    {
        var (_, crs) = grid.Require("An area");
        (_grid, _turn, _bounds) = (grid, crs.Turn, grid.Place!.Bounds(grid.Size.Width, grid.Size.Height));
        _box = GridBox.Measure(grid) ?? throw new Up42Exception($"The raster has no place on Earth: {grid}.");
        _cutter = GeometryFactory.Default.ToGeometry(GridBox.Widen(_box));
        _path = new CrsPath(RasterCrs.Wgs84, crs);
    }

    /// <summary>The shells and holes of a polygon within ±180°, as far as it meets the grid.</summary>
    public IEnumerable<PixelRing> Project(Polygon polygon)
    {
        for (var turns = -2; turns <= 2; turns++)
        {
            var envelope = polygon.EnvelopeInternal.Copy();
            envelope.Translate(turns * Longitudes.Turn, 0);
            if (!_cutter.EnvelopeInternal.Intersects(envelope))
            {
                continue;
            }

            var moved = turns == 0 ? polygon : AffineTransformation.TranslationInstance(turns * Longitudes.Turn, 0).Transform(polygon);
            var near = _cutter.EnvelopeInternal.Contains(envelope) ? moved : Overlays.Intersection(moved, _cutter);
            foreach (var part in Antimeridian.Parts(near).OfType<Polygon>().Where(part => !part.IsEmpty))
            {
                yield return Project(part.ExteriorRing, isHole: false);
                foreach (var hole in part.InteriorRings)
                {
                    yield return Project(hole, isHole: true);
                }
            }
        }
    }

    /// <summary>Places become columns and rows; NaN where they have none.</summary>
    public void ToPixels(double[] longitudes, double[] latitudes)
    {
        for (var i = 0; i < longitudes.Length; i++)
        {
            longitudes[i] += Longitudes.ShiftTo(longitudes[i], _box.MinX, rounding: 1e-12);
        }

        var (x, y) = ToCoordinates(longitudes, latitudes);
        _grid.Place!.ToPixels(x, y);
        x.CopyTo(longitudes, 0);
        y.CopyTo(latitudes, 0);
    }

    public void Dispose() => _path.Dispose();

    private PixelRing Project(LineString ring, bool isHole)
    {
        var (longitudes, latitudes) = Stepped(ring.Coordinates);
        var (x, y) = ToCoordinates(longitudes, latitudes);
        var isOpen = Enumerable.Repeat(true, longitudes.Length).ToArray();
        for (var round = 0; round < MaxRounds && longitudes.Length < MaxVertices && isOpen.Contains(true); round++)
        {
            (longitudes, latitudes, x, y, isOpen) = Refined(longitudes, latitudes, x, y, isOpen);
        }

        int[] onEarth = [.. Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i]))];
        double[] columns = [.. onEarth.Select(i => x[i])], rows = [.. onEarth.Select(i => y[i])];
        _grid.Place!.ToPixels(columns, rows);
        return PixelRing.Create(columns, rows, isHole);
    }

    /// <summary>Positions with no more than a degree between them.</summary>
    private static (double[] Longitudes, double[] Latitudes) Stepped(Coordinate[] positions)
    {
        var (longitudes, latitudes) = (new List<double> { positions[0].X }, new List<double> { positions[0].Y });
        for (var i = 1; i < positions.Length; i++)
        {
            var (from, to) = (positions[i - 1], positions[i]);
            var steps = (int)Math.Ceiling(Math.Max(Math.Abs(to.X - from.X), Math.Abs(to.Y - from.Y)) / LongestStep);
            for (var step = 1; step < steps; step++)
            {
                longitudes.Add(from.X + ((double)step / steps * (to.X - from.X)));
                latitudes.Add(from.Y + ((double)step / steps * (to.Y - from.Y)));
            }

            longitudes.Add(to.X);
            latitudes.Add(to.Y);
        }

        return ([.. longitudes], [.. latitudes]);
    }

    /// <summary>
    /// The ring with a vertex more in each edge that bends; <c>isOpen</c> says of each vertex whether the edge before it is still to be looked at.
    /// </summary>
    private (double[] Longitudes, double[] Latitudes, double[] X, double[] Y, bool[] IsOpen) Refined(
        double[] longitudes, double[] latitudes, double[] x, double[] y, bool[] isOpen)
    {
        int[] edges = [.. Enumerable.Range(1, longitudes.Length - 1).Where(i => isOpen[i])];
        double[] betweenLongitudes = [.. edges.Select(i => Between(longitudes, i))], betweenLatitudes = [.. edges.Select(i => Between(latitudes, i))];
        var (betweenX, betweenY) = ToCoordinates(betweenLongitudes, betweenLatitudes);
        var bent = new Dictionary<int, int>();
        for (var edge = 0; edge < edges.Length; edge++)
        {
            if (IsAway(betweenX[edge], betweenY[edge], Between(x, edges[edge]), Between(y, edges[edge])))
            {
                bent.Add(edges[edge], edge);
            }
        }

        var size = longitudes.Length + bent.Count;
        var refined = (Longitudes: new double[size], Latitudes: new double[size], X: new double[size], Y: new double[size], IsOpen: new bool[size]);
        var at = 0;
        for (var i = 0; i < longitudes.Length; i++)
        {
            var isBent = bent.TryGetValue(i, out var edge);
            if (isBent)
            {
                Set(betweenLongitudes[edge], betweenLatitudes[edge], betweenX[edge], betweenY[edge], true);
            }

            Set(longitudes[i], latitudes[i], x[i], y[i], isBent);
        }

        return refined;

        void Set(double longitude, double latitude, double x, double y, bool isOpen)
        {
            (refined.Longitudes[at], refined.Latitudes[at], refined.X[at], refined.Y[at], refined.IsOpen[at]) = (longitude, latitude, x, y, isOpen);
            at++;
        }

        static double Between(double[] values, int i) => values[i - 1] + (Probe * (values[i] - values[i - 1]));
    }

    private bool IsAway(double x, double y, double straightX, double straightY)
    {
        var geotransform = _grid.Place!.Geotransform!.Value;
        var ((column, row), (straightColumn, straightRow)) = (geotransform.PixelAt(x, y), geotransform.PixelAt(straightX, straightY));
        return Math.Abs(column - straightColumn) > Tolerance || Math.Abs(row - straightRow) > Tolerance;
    }

    /// <summary>Longitudes and latitudes as the grid's coordinates; where x goes round the Earth, in the turn in which the longitude lies.</summary>
    private (double[] X, double[] Y) ToCoordinates(double[] longitudes, double[] latitudes)
    {
        var (x, y) = (longitudes.ToArray(), latitudes.ToArray());
        _path.Transform(x, y);
        for (var i = 0; i < x.Length && _turn > 0; i++)
        {
            var expected = _bounds.MinX + ((longitudes[i] - _box.MinX) * _turn / Longitudes.Turn);
            x[i] -= _turn * Math.Round((x[i] - expected) / _turn);
        }

        return (x, y);
    }
}
