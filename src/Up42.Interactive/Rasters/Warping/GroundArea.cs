using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// How large pixels are on the WGS 84 ellipsoid. A grid is cut into cells, and each is as large as its outline in degrees; within one all pixels are
/// taken to be alike. Cells are whole rows where rows are parallels, which is exact; else squares of 64 pixels, of small grids of 16, which in a UTM zone
/// is right to a millionth.
/// </summary>
internal sealed class GroundArea
{
    private const int LargeCell = 64;
    private const int SmallCell = 16;
    private const int SmallGrid = 2_000_000;
    private const int StepsPerEdge = 4;

    private readonly RasterSize _cell;
    private readonly int _across;
    private readonly double[] _pixelAreas;

    /// <param name="size">Columns and rows.</param>
    /// <param name="place">Where the pixels lie.</param>
    /// <param name="crs">The coordinate reference system of the place.</param>
    /// <exception cref="Up42Exception">There is no way from it to longitude and latitude.</exception>
    public GroundArea(RasterSize size, RasterPlace place, RasterCrs crs)
    {
        var side = (long)size.Width * size.Height > SmallGrid ? LargeCell : SmallCell;
        _cell = place.Geotransform is { IsAxisAligned: true } && crs.Turn > 0 ? new RasterSize(size.Width, 1) : new RasterSize(side, side);
        _across = (size.Width + _cell.Width - 1) / _cell.Width;
        var down = (size.Height + _cell.Height - 1) / _cell.Height;
        using var path = new CrsPath(crs, RasterCrs.Wgs84);
        _pixelAreas = new double[_across * down];
        for (var row = 0; row < down; row++)
        {
            // A row of cells at a time: a transformation has its price.
            var outlines = Enumerable.Range(0, _across).Select(column => Outline(size, column, row)).ToList();
            double[] x = [.. outlines.SelectMany(outline => outline.X)], y = [.. outlines.SelectMany(outline => outline.Y)];
            place.ToCoordinates(x, y);
            path.Transform(x, y);
            for (var column = 0; column < _across; column++)
            {
                var first = column * 4 * StepsPerEdge;
                var pixels = Math.Min(_cell.Width, size.Width - (column * _cell.Width)) * Math.Min(_cell.Height, size.Height - (row * _cell.Height));
                _pixelAreas[(row * _across) + column] = Area(x.AsSpan(first, 4 * StepsPerEdge), y.AsSpan(first, 4 * StepsPerEdge)) / pixels;
            }
        }
    }

    /// <summary>Square metres of the pixels of a part that have a value.</summary>
    public double Measure(RasterWindow part, double[] values)
    {
        var area = 0.0;
        for (var row = 0; row < part.Height; row++)
        {
            for (var column = 0; column < part.Width; column++)
            {
                area += double.IsNaN(values[(row * part.Width) + column]) ? 0 : OfPixel(part.Column + column, part.Row + row);
            }
        }

        return area;
    }

    /// <summary>Square metres of a pixel.</summary>
    public double OfPixel(int column, int row) => _pixelAreas[(row / _cell.Height * _across) + (column / _cell.Width)];

    /// <summary>A cell's outline in pixels, clockwise from its upper left corner.</summary>
    private (double[] X, double[] Y) Outline(RasterSize size, int column, int row)
    {
        var (left, top) = (column * _cell.Width, row * _cell.Height);
        var (right, bottom) = (Math.Min(size.Width, left + _cell.Width), Math.Min(size.Height, top + _cell.Height));
        (int X, int Y)[] corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        var (x, y) = (new double[4 * StepsPerEdge], new double[4 * StepsPerEdge]);
        for (var i = 0; i < x.Length; i++)
        {
            var (from, to, share) = (corners[i / StepsPerEdge], corners[(i / StepsPerEdge) + 1], (double)(i % StepsPerEdge) / StepsPerEdge);
            (x[i], y[i]) = (from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
        }

        return (x, y);
    }

    private static double Area(ReadOnlySpan<double> longitudes, ReadOnlySpan<double> latitudes)
    {
        var ring = new Coordinate[longitudes.Length + 1];
        for (var i = 0; i < ring.Length; i++)
        {
            var (longitude, latitude) = (longitudes[i % longitudes.Length], latitudes[i % latitudes.Length]);
            if (double.IsNaN(longitude))
            {
                return 0;
            }

            // Where a cell lies on the antimeridian its longitudes go on.
            var turns = i == 0 ? 0 : Math.Round((ring[i - 1].X - longitude) / Longitudes.Turn);
            ring[i] = new Coordinate(longitude + (turns * Longitudes.Turn), latitude);
        }

        return Geodesy.Area(GeometryFactory.Default.CreatePolygon([.. ring[..^1], ring[0]]), isStraight: true);
    }
}
