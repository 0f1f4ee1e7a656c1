using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// How large pixels are on the WGS 84 ellipsoid. A grid is cut into cells of 64 pixels, and each is as large as its outline in degrees; within one all
/// pixels are taken to be alike, which in a UTM zone is right to a millionth.
/// </summary>
internal sealed class GroundArea
{
    private const int Cell = 64;
    private const int StepsPerEdge = 4;

    private readonly int _across;
    private readonly double[] _pixelAreas;

    /// <exception cref="Up42Exception">The grid has no place on Earth.</exception>
    public GroundArea(PixelGrid grid)
    {
        var (_, crs) = grid.Require("An area in square kilometres");
        _across = (grid.Size.Width + Cell - 1) / Cell;
        var down = (grid.Size.Height + Cell - 1) / Cell;
        using var path = new CrsPath(crs, RasterCrs.Wgs84);
        _pixelAreas = new double[_across * down];
        for (var row = 0; row < down; row++)
        {
            // A row of cells at a time: a transformation has its price.
            var outlines = Enumerable.Range(0, _across).Select(column => Outline(grid.Size, column, row)).ToList();
            double[] x = [.. outlines.SelectMany(outline => outline.X)], y = [.. outlines.SelectMany(outline => outline.Y)];
            grid.Place!.ToCoordinates(x, y);
            path.Transform(x, y);
            for (var column = 0; column < _across; column++)
            {
                var first = column * 4 * StepsPerEdge;
                var pixels = Math.Min(Cell, grid.Size.Width - (column * Cell)) * Math.Min(Cell, grid.Size.Height - (row * Cell));
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
    public double OfPixel(int column, int row) => _pixelAreas[(row / Cell * _across) + (column / Cell)];

    /// <summary>A cell's outline in pixels, clockwise from its upper left corner.</summary>
    private static (double[] X, double[] Y) Outline(RasterSize size, int column, int row)
    {
        var (left, top) = (column * Cell, row * Cell);
        var (right, bottom) = (Math.Min(size.Width, left + Cell), Math.Min(size.Height, top + Cell));
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
