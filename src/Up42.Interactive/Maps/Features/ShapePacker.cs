using System.IO.Compression;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Packs the geometries of many features: positions as whole numbers of a fraction of a degree, each as its difference from the one before. A polygon
/// is its rings, a geometry of several parts its parts; <c>packed-shapes.ts</c> unpacks them.
/// </summary>
/// <remarks>
/// There are nine lists: how many paths a feature has, what kind each path is and how many positions it has, where it begins, the steps along it, and
/// the last step of paths of four corners. Of each list the lowest bytes of all numbers stand together, then the next ones: deflate tells those that
/// are random from those that are not. The third side of four corners is told by how it differs from the first one turned back, which is nothing in
/// boxes, turned ones too.
/// </remarks>
/// <param name="perDegree">Of how many parts a degree is.</param>
internal sealed class ShapePacker(double perDegree)
{
    private const int Corners = 4;
    private const double MaxLongitude = 3 * Longitudes.Turn;
    private const double MaxLatitude = 90;

    private readonly List<long> _counts = [];
    private readonly List<long> _kinds = [];
    private readonly List<long> _lengths = [];
    private readonly (List<long> X, List<long> Y) _starts = ([], []);
    private readonly (List<long> X, List<long> Y) _steps = ([], []);
    private readonly (List<long> X, List<long> Y) _backs = ([], []);
    private readonly List<(PathKind Kind, LineString? Line, Coordinate? Point)> _paths = [];
    private (long X, long Y) _start;

    private enum PathKind
    {
        Point,
        Line,
        Shell,
        Hole,
    }

    /// <summary>The geometries, deflated, in base64.</summary>
    public static string Pack(IEnumerable<Geometry> geometries, double perDegree)
    {
        var packer = new ShapePacker(perDegree);
        foreach (var geometry in geometries)
        {
            packer.Add(geometry);
        }

        return packer.ToText();
    }

    private void Add(Geometry geometry)
    {
        _paths.Clear();
        Take(geometry);
        _counts.Add(_paths.Count);
        foreach (var (kind, line, point) in _paths)
        {
            var positions = line is null ? [Place(point!)] : Places(line, isRing: kind is PathKind.Shell or PathKind.Hole);
            _kinds.Add((long)kind);
            _lengths.Add(positions.Length);
            Add(positions);
        }
    }

    private void Take(Geometry geometry)
    {
        switch (geometry)
        {
            case Point point:
                _paths.Add((PathKind.Point, null, point.Coordinate));
                break;
            case LineString line:
                _paths.Add((PathKind.Line, line, null));
                break;
            case Polygon polygon:
                _paths.Add((PathKind.Shell, polygon.ExteriorRing, null));
                _paths.AddRange(polygon.InteriorRings.Select(hole => (PathKind.Hole, (LineString?)hole, (Coordinate?)null)));
                break;
            case GeometryCollection collection:
                foreach (var part in collection.Geometries.Where(part => !part.IsEmpty))
                {
                    Take(part);
                }

                break;
        }
    }

    private (long X, long Y)[] Places(LineString line, bool isRing)
    {
        var sequence = line.CoordinateSequence;
        var places = new (long X, long Y)[sequence.Count - (isRing ? 1 : 0)];
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = Place(sequence.GetX(i), sequence.GetY(i));
        }

        return places;
    }

    private (long X, long Y) Place(Coordinate position) => Place(position.X, position.Y);

    // What lies off the Earth is on no map.
    private (long X, long Y) Place(double x, double y) =>
        ((long)Math.Round(Math.Clamp(x, -MaxLongitude, MaxLongitude) * perDegree), (long)Math.Round(Math.Clamp(y, -MaxLatitude, MaxLatitude) * perDegree));

    private void Add((long X, long Y)[] places)
    {
        Add(_starts, places[0].X - _start.X, places[0].Y - _start.Y);
        _start = places[0];
        for (var i = 1; i < places.Length; i++)
        {
            var (x, y) = (places[i].X - places[i - 1].X, places[i].Y - places[i - 1].Y);
            if (places.Length == Corners && i == Corners - 1)
            {
                Add(_backs, x + places[1].X - places[0].X, y + places[1].Y - places[0].Y);
            }
            else
            {
                Add(_steps, x, y);
            }
        }
    }

    private static void Add((List<long> X, List<long> Y) lists, long x, long y)
    {
        lists.X.Add((x << 1) ^ (x >> 63));
        lists.Y.Add((y << 1) ^ (y >> 63));
    }

    private string ToText()
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            List<long>[] lists = [_counts, _kinds, _lengths, _starts.X, _starts.Y, _steps.X, _steps.Y, _backs.X, _backs.Y];
            foreach (var list in lists)
            {
                Write(deflate, list);
            }
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }

    /// <summary>How many bytes a number has, then the bytes.</summary>
    private static void Write(Stream output, List<long> numbers)
    {
        var largest = numbers.Count == 0 ? 0 : numbers.Max();
        var width = 0;
        for (; width < sizeof(long) && largest >> (8 * width) != 0; width++)
        {
        }

        output.WriteByte((byte)width);
        var plane = new byte[numbers.Count];
        for (var place = 0; place < width; place++)
        {
            for (var i = 0; i < plane.Length; i++)
            {
                plane[i] = (byte)(numbers[i] >> (8 * place));
            }

            output.Write(plane);
        }
    }
}
