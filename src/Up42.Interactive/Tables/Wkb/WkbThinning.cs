using System.Buffers;
using System.Buffers.Binary;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

/// <summary>
/// Takes vertices and parts away from stored geometries before they are built, evenly and without measuring: what a picture of some hundred
/// thousand vertices cannot show takes no time. Ends and extremes stay, so that a geometry keeps its box.
/// </summary>
/// <param name="EveryVertex">Of lines and rings each so many-th vertex stays; odd, so that zigzags keep both sides.</param>
/// <param name="EveryPart">Of holes and of the parts of multiple geometries each so many-th stays.</param>
internal sealed record WkbThinning(int EveryVertex, int EveryPart)
{
    private const int FewVertices = 64;
    private const int FewParts = 64;
    private const int VerticesOfPart = 16;
    private const int BytesOfPosition = 16;

    /// <summary>Takes nothing away.</summary>
    public static WkbThinning None { get; } = new(1, 1);

    public bool IsNeeded => this != None;

    /// <summary>What brings geometries down to about so many vertices.</summary>
    public static WkbThinning Create(IEnumerable<ReadOnlyMemory<byte>?> geometries, int vertices)
    {
        var all = geometries.Where(wkb => wkb is not null).Select(wkb => wkb!.Value).ToList();
        var positions = all.Sum(wkb => (long)wkb.Length) / BytesOfPosition;
        if (positions <= vertices || all.TrueForAll(IsFew))
        {
            return None;
        }

        var lines = all.Where(wkb => wkb.Length > FewParts * BytesOfPosition).Sum(wkb => (long)CountLines(wkb.Span));
        return new((int)(1 + (positions / vertices)) | 1, 1 + (int)(lines * VerticesOfPart / vertices));
    }

    /// <summary>The geometry with fewer vertices and parts.</summary>
    public ReadOnlyMemory<byte> Apply(ReadOnlyMemory<byte> wkb)
    {
        if (!IsNeeded || IsFew(wkb))
        {
            return wkb;
        }

        var (output, at) = (new ArrayBufferWriter<byte>(wkb.Length / Math.Min(EveryVertex, 16)), 0);
        Copy(output, wkb.Span, ref at);
        return output.WrittenMemory;
    }

    /// <summary>What is drawn, as a sentence.</summary>
    public string Remark => EveryPart == 1
        ? $"1 of {NumberText.Format(EveryVertex)} vertices is drawn."
        : $"1 of {NumberText.Format(EveryVertex)} vertices and 1 of {NumberText.Format(EveryPart)} parts are drawn.";

    private static bool IsFew(ReadOnlyMemory<byte> wkb) => wkb.Length <= FewVertices * BytesOfPosition;

    private static int CountLines(ReadOnlySpan<byte> wkb)
    {
        var (at, lines) = (0, 0);
        Skip(wkb, ref at, ref lines);
        return lines;
    }

    /// <summary>Goes past a geometry, counting its lines, rings and points.</summary>
    private static void Skip(ReadOnlySpan<byte> wkb, ref int at, ref int lines)
    {
        var (type, size) = ReadType(wkb, ref at);
        if (type == WkbType.Point)
        {
            (at, lines) = (at + size, lines + 1);
            return;
        }

        var count = ReadInteger(wkb, ref at);
        if (type == WkbType.LineString)
        {
            (at, lines) = (at + (count * size), lines + 1);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            if (type == WkbType.Polygon)
            {
                var positions = ReadInteger(wkb, ref at);
                (at, lines) = (at + (positions * size), lines + 1);
            }
            else
            {
                Skip(wkb, ref at, ref lines);
            }
        }
    }

    private void Copy(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> wkb, ref int at)
    {
        output.Write(wkb.Slice(at, 5));
        var (type, size) = ReadType(wkb, ref at);
        switch (type)
        {
            case WkbType.Point:
                output.Write(wkb.Slice(at, size));
                at += size;
                break;
            case WkbType.LineString:
                CopyLine(output, wkb, size, ref at);
                break;
            case WkbType.Polygon:
                CopyRings(output, wkb, size, ref at);
                break;
            default:
                CopyParts(output, wkb, ref at);
                break;
        }
    }

    private void CopyRings(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> wkb, int size, ref int at)
    {
        var count = ReadInteger(wkb, ref at);
        var every = count <= FewParts ? 1 : EveryPart;
        Write(output, (count + every - 1) / every);
        for (var i = 0; i < count; i++)
        {
            if (i % every == 0)
            {
                CopyLine(output, wkb, size, ref at);
            }
            else
            {
                var positions = ReadInteger(wkb, ref at);
                at += positions * size;
            }
        }
    }

    private void CopyParts(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> wkb, ref int at)
    {
        var count = ReadInteger(wkb, ref at);
        var every = count <= FewParts ? 1 : EveryPart;
        if (every == 1)
        {
            Write(output, count);
            for (var i = 0; i < count; i++)
            {
                Copy(output, wkb, ref at);
            }

            return;
        }

        var (starts, extremes) = (new int[count], new ExtremeIndexes());
        for (var i = 0; i < count; i++)
        {
            var box = new Envelope();
            starts[i] = at;
            WkbBounds.Expand(box, wkb, ref at);
            extremes.Add(i, box.MinX, box.MinY, box.MaxX, box.MaxY);
        }

        var kept = Keep(count, every, extremes);
        Write(output, kept.Length);
        foreach (var part in kept)
        {
            var start = starts[part];
            Copy(output, wkb, ref start);
        }
    }

    private void CopyLine(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> wkb, int size, ref int at)
    {
        var count = ReadInteger(wkb, ref at);
        var positions = wkb.Slice(at, count * size);
        at += positions.Length;
        if (count <= FewVertices || EveryVertex == 1)
        {
            Write(output, count);
            output.Write(positions);
            return;
        }

        var extremes = new ExtremeIndexes();
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (ReadReal(positions[(i * size)..]), ReadReal(positions[((i * size) + 8)..]));
            extremes.Add(i, x, y, x, y);
        }

        var kept = Keep(count, EveryVertex, extremes);
        Write(output, kept.Length);
        foreach (var position in kept)
        {
            output.Write(positions.Slice(position * size, size));
        }
    }

    private static int[] Keep(int count, int every, ExtremeIndexes extremes) =>
        [.. Enumerable.Range(0, count).Where(i => i % every == 0 || i == count - 1 || extremes.Contains(i))];

    private static (int Type, int SizeOfPosition) ReadType(ReadOnlySpan<byte> wkb, ref int at)
    {
        var header = wkb[at..];
        at += 5;
        return (WkbType.Read(header), WkbType.HasZ(header) ? 24 : 16);
    }

    private static int ReadInteger(ReadOnlySpan<byte> wkb, ref int at)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(wkb[at..]);
        at += 4;
        return value;
    }

    private static double ReadReal(ReadOnlySpan<byte> wkb) => BinaryPrimitives.ReadDoubleLittleEndian(wkb);

    private static void Write(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), value);
        output.Advance(4);
    }
}
