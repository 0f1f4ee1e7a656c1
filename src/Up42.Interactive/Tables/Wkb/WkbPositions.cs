using System.Buffers.Binary;

namespace Up42.Interactive;

/// <summary>The positions of geometries in well-known binary, to be moved in place.</summary>
internal static class WkbPositions
{
    /// <summary>A copy whose positions were moved; null where one has no place any more.</summary>
    /// <param name="wkb">The geometry.</param>
    /// <param name="move">Moves x and y; NaN for what has no place.</param>
    /// <param name="offEarth">The first moved position that no place on Earth has in degrees.</param>
    public static byte[]? Move(ReadOnlyMemory<byte> wkb, Action<double[], double[]> move, out (double X, double Y)? offEarth)
    {
        var (offsets, at) = (new List<int>(), 0);
        Collect(offsets, wkb.Span, ref at);
        var (x, y) = (new double[offsets.Count], new double[offsets.Count]);
        for (var i = 0; i < x.Length; i++)
        {
            x[i] = BinaryPrimitives.ReadDoubleLittleEndian(wkb.Span[offsets[i]..]);
            y[i] = BinaryPrimitives.ReadDoubleLittleEndian(wkb.Span[(offsets[i] + 8)..]);
        }

        move(x, y);
        offEarth = null;
        var moved = wkb.ToArray();
        for (var i = 0; i < x.Length; i++)
        {
            if (double.IsNaN(x[i]) || double.IsNaN(y[i]))
            {
                return null;
            }

            if (offEarth is null && !PositionLimits.IsOnEarth(x[i], y[i]))
            {
                offEarth = (x[i], y[i]);
            }

            BinaryPrimitives.WriteDoubleLittleEndian(moved.AsSpan(offsets[i]), x[i]);
            BinaryPrimitives.WriteDoubleLittleEndian(moved.AsSpan(offsets[i] + 8), y[i]);
        }

        return moved;
    }

    private static void Collect(List<int> offsets, ReadOnlySpan<byte> wkb, ref int at)
    {
        var (type, size) = (WkbType.Read(wkb[at..]), WkbType.HasZ(wkb[at..]) ? 24 : 16);
        at += 5;
        switch (type)
        {
            case WkbType.Point when double.IsNaN(BinaryPrimitives.ReadDoubleLittleEndian(wkb[at..])):
                at += size;
                break;
            case WkbType.Point:
                Collect(offsets, 1, size, ref at);
                break;
            case WkbType.LineString:
                Collect(offsets, ReadCount(wkb, ref at), size, ref at);
                break;
            default:
                for (var parts = ReadCount(wkb, ref at); parts > 0; parts--)
                {
                    if (type == WkbType.Polygon)
                    {
                        Collect(offsets, ReadCount(wkb, ref at), size, ref at);
                    }
                    else
                    {
                        Collect(offsets, wkb, ref at);
                    }
                }

                break;
        }
    }

    private static void Collect(List<int> offsets, int count, int size, ref int at)
    {
        for (; count > 0; count--, at += size)
        {
            offsets.Add(at);
        }
    }

    private static int ReadCount(ReadOnlySpan<byte> wkb, ref int at)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += 4;
        return count;
    }
}
