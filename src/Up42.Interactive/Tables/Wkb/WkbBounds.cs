using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Boxes around geometries, without building them. Those of lines and rings over the antimeridian go on beyond 180°, those of rings round a
/// pole reach it.
/// </summary>
internal static class WkbBounds
{
    /// <summary>
    /// The box around geometries; where they lie on both sides of the antimeridian it goes on beyond 180°, as <see cref="AntimeridianView.West"/>
    /// has it.
    /// </summary>
    public static Envelope Measure(IEnumerable<ReadOnlyMemory<byte>?> geometries)
    {
        var (whole, coverage) = (new Envelope(), new LongitudeCoverage());
        foreach (var box in Boxes(geometries))
        {
            whole.ExpandToInclude(box);
            coverage.Add(box);
        }

        return whole.Width <= 180 || !coverage.MayNeedTurning ? whole : AntimeridianView.Enclose([.. Boxes(geometries)]);
    }

    private static IEnumerable<Envelope> Boxes(IEnumerable<ReadOnlyMemory<byte>?> geometries) => geometries.Select(Measure).Where(box => !box.IsNull);

    public static Envelope Measure(ReadOnlyMemory<byte>? geometry)
    {
        if (geometry is not { } wkb)
        {
            return new Envelope();
        }

        var (box, at) = (new Envelope(), 0);
        Expand(box, wkb.Span, ref at);
        return box.Width <= 180 || WkbType.Read(wkb.Span) < WkbType.MultiPoint ? box : AntimeridianView.Enclose(Parts(wkb));
    }

    /// <summary>The boxes of a geometry's parts, to any depth.</summary>
    private static List<Envelope> Parts(ReadOnlyMemory<byte> wkb)
    {
        var boxes = new List<Envelope>();
        var at = 0;
        Collect(boxes, wkb.Span, ref at);
        return boxes;
    }

    private static void Collect(List<Envelope> boxes, ReadOnlySpan<byte> wkb, ref int at)
    {
        if (WkbType.Read(wkb[at..]) < WkbType.MultiPoint)
        {
            var box = new Envelope();
            Expand(box, wkb, ref at);
            boxes.AddRange(box.IsNull ? [] : [box]);
            return;
        }

        at += 5;
        for (var parts = ReadInteger(wkb, ref at); parts > 0; parts--)
        {
            Collect(boxes, wkb, ref at);
        }
    }

    /// <summary>Takes a geometry into a box as it is written, whatever it crosses, and goes past it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Expand(Envelope box, ReadOnlySpan<byte> wkb, ref int at)
    {
        var number = ReadInteger(wkb[1..], ref at);
        var (type, ordinates) = (number % WkbType.Z, number > WkbType.Z ? 3 : 2);
        at++;
        switch (type)
        {
            case WkbType.Point:
                ExpandPositions(box, wkb, 1, ordinates, ref at);
                break;
            case WkbType.LineString:
                ExpandPositions(box, wkb, ReadInteger(wkb, ref at), ordinates, ref at);
                break;
            default:
                for (var parts = ReadInteger(wkb, ref at); parts > 0; parts--)
                {
                    if (type == WkbType.Polygon)
                    {
                        ExpandPositions(box, wkb, ReadInteger(wkb, ref at), ordinates, ref at, isRing: true);
                    }
                    else
                    {
                        Expand(box, wkb, ref at);
                    }
                }

                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ExpandPositions(Envelope box, ReadOnlySpan<byte> wkb, int count, int ordinates, ref int at, bool isRing = false)
    {
        var (minX, minY, maxX, maxY) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        var (start, lastX, hasLongEdge) = (at, double.NaN, false);
        for (var i = 0; i < count; i++, at += 8 * ordinates)
        {
            var x = BinaryPrimitives.ReadDoubleLittleEndian(wkb[at..]);
            var y = BinaryPrimitives.ReadDoubleLittleEndian(wkb[(at + 8)..]);
            hasLongEdge |= Longitudes.IsLong(lastX, x);
            lastX = x;
            (minX, maxX) = (x < minX ? x : minX, x > maxX ? x : maxX);
            (minY, maxY) = (y < minY ? y : minY, y > maxY ? y : maxY);
        }

        if (minX <= maxX && minY <= maxY)
        {
            if (hasLongEdge)
            {
                box.ExpandToInclude(Unwrapped(new Envelope(minX, maxX, minY, maxY), wkb[start..at], ordinates, isRing));
                return;
            }

            box.ExpandToInclude(minX, minY);
            box.ExpandToInclude(maxX, maxY);
        }
    }

    /// <summary>The box of a line or ring that may cross the antimeridian or go round a pole.</summary>
    private static Envelope Unwrapped(Envelope box, ReadOnlySpan<byte> positions, int ordinates, bool isRing)
    {
        var count = positions.Length / (8 * ordinates);
        var (x, y) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            x[i] = BinaryPrimitives.ReadDoubleLittleEndian(positions[(8 * ordinates * i)..]);
            y[i] = BinaryPrimitives.ReadDoubleLittleEndian(positions[((8 * ordinates * i) + 8)..]);
        }

        if (!(isRing ? Longitudes.UnwrapRing(x, y) : Longitudes.Unwrap(x)))
        {
            return box;
        }

        var isRoundPole = isRing && Longitudes.IsLong(x[0], x[^1]);
        var (south, north) = !isRoundPole ? (box.MinY, box.MaxY) : box.MinY + box.MaxY < 0 ? (-90d, box.MaxY) : (box.MinY, 90d);
        var (west, east) = (x.Min(), x.Max());
        var shift = west < -180 ? Longitudes.Turn : 0;
        return new Envelope(west + shift, east + shift, south, north);
    }

    private static int ReadInteger(ReadOnlySpan<byte> wkb, ref int at)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += 4;
        return value;
    }
}
