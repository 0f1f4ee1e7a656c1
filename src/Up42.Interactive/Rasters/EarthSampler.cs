using Up42.Interactive.Gdal;

namespace Up42.Interactive;

/// <summary>
/// Takes places in an image to another coordinate reference system and tells those that lie off the Earth, as gdalwarp does: what does not come
/// back to where it started has no place there.
/// </summary>
internal sealed class EarthSampler
{
    /// <summary>Cells of the grid along each side of an image.</summary>
    internal const int Cells = 128;

    private const int Bisections = 14;

    private const int MaxKept = 8;

    /// <summary>
    /// What was made on this thread: scenes of a folder are in one system, and to make both takes a third of opening a small raster. PROJ allows one
    /// thread for each.
    /// </summary>
    [ThreadStatic]
    private static Dictionary<(string From, string To), GdalTransformation>? _kept;

    private readonly RasterPlace _place;
    private readonly RasterCrs _crs;
    private readonly GdalTransformation _there;
    private readonly GdalTransformation _back;

    /// <exception cref="GdalException">There is no way between the two.</exception>
    public EarthSampler(RasterPlace place, RasterCrs crs, RasterCrs target)
    {
        (_place, _crs) = (place, crs);
        (_there, _back) = (Transformation(crs, target), Transformation(target, crs));
    }

    /// <summary>Transforms coordinates of the image, in place; NaN where they are off the Earth.</summary>
    /// <returns>Whether all have a place.</returns>
    public bool Transform(double[] x, double[] y)
    {
        var (startX, startY) = (x.ToArray(), y.ToArray());
        _there.Transform(x, y);
        var (backX, backY) = (x.ToArray(), y.ToArray());
        _back.Transform(backX, backY);
        var tolerance = 1e-4 * (1 + startX.Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max());
        var (isWhole, turn) = (true, _crs.Turn);
        for (var i = 0; i < x.Length; i++)
        {
            var away = backX[i] - startX[i];
            away = turn > 0 ? Math.IEEERemainder(away, turn) : away;
            if (!(Math.Abs(away) <= tolerance && Math.Abs(backY[i] - startY[i]) <= tolerance))
            {
                (x[i], y[i], isWhole) = (double.NaN, double.NaN, false);
            }
        }

        return isWhole;
    }

    /// <summary>Whether a place in the target lies in an image.</summary>
    public bool Holds(double x, double y, int width, int height)
    {
        double[] column = [x], row = [y];
        _back.Transform(column, row);
        _place.ToPixels(column, row);
        return column[0] >= 0 && column[0] <= width && row[0] >= 0 && row[0] <= height;
    }

    /// <summary>Places all over an image that are on Earth, and those nearest to where it ends between two of them.</summary>
    public (double[] X, double[] Y) Grid(int width, int height)
    {
        const int Nodes = Cells + 1;
        double[] columns = [.. Enumerable.Range(0, Nodes * Nodes).Select(i => (double)(i % Nodes) / Cells * width)];
        double[] rows = [.. Enumerable.Range(0, Nodes * Nodes).Select(i => (double)(i / Nodes) / Cells * height)];
        var (x, y) = At(columns, rows);
        var edges = new List<(int Inside, int Outside)>();
        for (var i = 0; i < x.Length; i++)
        {
            Compare(i, i % Nodes < Cells ? i + 1 : i);
            Compare(i, i / Nodes < Cells ? i + Nodes : i);
        }

        double[] insideX = [.. edges.Select(edge => columns[edge.Inside])], insideY = [.. edges.Select(edge => rows[edge.Inside])];
        double[] outsideX = [.. edges.Select(edge => columns[edge.Outside])], outsideY = [.. edges.Select(edge => rows[edge.Outside])];
        for (var step = 0; step < Bisections; step++)
        {
            double[] middleX = [.. insideX.Zip(outsideX, (a, b) => (a + b) / 2)], middleY = [.. insideY.Zip(outsideY, (a, b) => (a + b) / 2)];
            var (foundX, _) = At(middleX, middleY);
            for (var i = 0; i < foundX.Length; i++)
            {
                var (targetX, targetY) = double.IsNaN(foundX[i]) ? (outsideX, outsideY) : (insideX, insideY);
                (targetX[i], targetY[i]) = (middleX[i], middleY[i]);
            }
        }

        var (limbX, limbY) = At(insideX, insideY);
        return ([.. x.Concat(limbX).Where(value => !double.IsNaN(value))], [.. y.Concat(limbY).Where(value => !double.IsNaN(value))]);

        void Compare(int a, int b)
        {
            if (double.IsNaN(x[a]) != double.IsNaN(x[b]))
            {
                edges.Add(double.IsNaN(x[a]) ? (b, a) : (a, b));
            }
        }
    }

    private static GdalTransformation Transformation(RasterCrs from, RasterCrs to)
    {
        if (_kept is not null && _kept.TryGetValue((from.Wkt, to.Wkt), out var known))
        {
            return known;
        }

        using var source = GdalSpatialReference.FromWkt(from.Wkt);
        using var target = GdalSpatialReference.FromWkt(to.Wkt);
        var made = new GdalTransformation(source, target);

        // Those that go may be in use; nobody disposes of them, their handles do.
        _kept = _kept is { Count: < MaxKept } ? _kept : [];
        _kept.Add((from.Wkt, to.Wkt), made);
        return made;
    }

    private (double[] X, double[] Y) At(double[] columns, double[] rows)
    {
        var (x, y) = (columns.ToArray(), rows.ToArray());
        _place.ToCoordinates(x, y);
        _ = Transform(x, y);
        return (x, y);
    }
}
