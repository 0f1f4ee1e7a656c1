using System.Buffers;
using System.IO.Compression;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Packs the geometries of many features: positions as whole numbers of a fraction of a degree, each as its difference from the one before, in bytes
/// of seven bits, deflated. A polygon is its rings, a geometry of several parts its parts; <c>packed-shapes.ts</c> unpacks them.
/// </summary>
/// <remarks>
/// What is alike stands together: kinds and counts, then where paths begin, then the steps along them. The third side of a path of four corners is
/// told by how it differs from the first one turned back, which is nothing in boxes, turned ones too.
/// </remarks>
/// <param name="perDegree">Of how many parts a degree is.</param>
internal sealed class ShapePacker(double perDegree)
{
    private const int Corners = 4;

    private readonly ArrayBufferWriter<byte> _structure = new();
    private readonly ArrayBufferWriter<byte>[] _starts = [new(), new()];
    private readonly ArrayBufferWriter<byte>[] _steps = [new(), new()];
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
        Write(_structure, _paths.Count);
        foreach (var (kind, line, point) in _paths)
        {
            var positions = line is null ? [Place(point!)] : Places(line, isRing: kind is PathKind.Shell or PathKind.Hole);
            Write(_structure, ((long)positions.Length * Enum.GetValues<PathKind>().Length) + (long)kind);
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

    private (long X, long Y) Place(double x, double y) => ((long)Math.Round(x * perDegree), (long)Math.Round(y * perDegree));

    private void Add((long X, long Y)[] places)
    {
        WriteBoth(_starts, places[0].X - _start.X, places[0].Y - _start.Y);
        _start = places[0];
        for (var i = 1; i < places.Length; i++)
        {
            var (x, y) = (places[i].X - places[i - 1].X, places[i].Y - places[i - 1].Y);
            var (backX, backY) = places.Length == Corners && i == Corners - 1 ? (places[1].X - places[0].X, places[1].Y - places[0].Y) : (0, 0);
            WriteBoth(_steps, x + backX, y + backY);
        }
    }

    private static void WriteBoth(ArrayBufferWriter<byte>[] outputs, long x, long y)
    {
        Write(outputs[0], (x << 1) ^ (x >> 63));
        Write(outputs[1], (y << 1) ^ (y >> 63));
    }

    private static void Write(ArrayBufferWriter<byte> output, long value)
    {
        const int LongestNumber = 10;
        var bytes = output.GetSpan(LongestNumber);
        var (length, rest) = (0, (ulong)value);
        for (; rest > 0x7f; rest >>= 7)
        {
            bytes[length++] = (byte)(rest | 0x80);
        }

        bytes[length++] = (byte)rest;
        output.Advance(length);
    }

    private string ToText()
    {
        ArrayBufferWriter<byte>[] parts = [_structure, .. _starts, .. _steps];
        var lengths = new ArrayBufferWriter<byte>();
        foreach (var part in parts)
        {
            Write(lengths, part.WrittenCount);
        }

        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var part in parts.Prepend(lengths))
            {
                deflate.Write(part.WrittenSpan);
            }
        }

        return Convert.ToBase64String(packed.GetBuffer(), 0, (int)packed.Length);
    }
}
