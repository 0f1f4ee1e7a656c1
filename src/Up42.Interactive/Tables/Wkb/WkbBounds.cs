using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Boxes around geometries, without building them. Those of lines and rings over the antimeridian go on beyond 180°, those of rings round a pole reach it.
/// </summary>
internal static class WkbBounds
{
    public static Envelope Of(IEnumerable<ReadOnlyMemory<byte>?> geometries)
    {
        var box = new Envelope();
        foreach (var wkb in geometries)
        {
            box.ExpandToInclude(Of(wkb));
        }

        return box;
    }

    public static Envelope Of(ReadOnlyMemory<byte>? geometry)
    {
        var box = new Envelope();
        if (geometry is { } wkb)
        {
            var at = 0;
            Expand(box, wkb.Span, ref at);
        }

        return box;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Expand(Envelope box, ReadOnlySpan<byte> wkb, ref int at)
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
        var (lastX, turns, isOver) = (double.NaN, 0d, false);
        for (var i = 0; i < count; i++, at += 8 * ordinates)
        {
            var x = BinaryPrimitives.ReadDoubleLittleEndian(wkb[at..]);
            if (Math.Abs(x - lastX) > 180)
            {
                var turn = Antimeridian.Step(lastX, x) - (x - lastX);
                (turns, isOver) = (turns + turn, isOver || turn != 0);
            }

            (lastX, x) = (x, x + turns);
            var y = BinaryPrimitives.ReadDoubleLittleEndian(wkb[(at + 8)..]);
            (minX, maxX) = (x < minX ? x : minX, x > maxX ? x : maxX);
            (minY, maxY) = (y < minY ? y : minY, y > maxY ? y : maxY);
        }

        if (minX <= maxX && minY <= maxY)
        {
            if (isOver && turns != 0 && isRing)
            {
                (minY, maxY) = minY + maxY < 0 ? (-90d, maxY) : (minY, 90d);
            }

            var east = isOver && minX < -180 ? 360 : 0;
            box.ExpandToInclude(new Envelope(minX + east, maxX + east, minY, maxY));
        }
    }

    private static int ReadInteger(ReadOnlySpan<byte> wkb, ref int at)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += 4;
        return value;
    }
}
