using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>
/// Geometries as tables keep them: ISO well-known binary, little endian. Rings are closed and turn as RFC 7946 section 3.1.6 says (outer ones
/// counterclockwise); rings and lines too short to be one are filled up with their last position, so that every geometry can be built.
/// </summary>
internal sealed class WkbWriter
{
    private readonly ArrayBufferWriter<byte> _output = new(1024);

    private static ReadOnlySpan<byte> LittleEndian => [1];

    /// <summary>The geometry; the bytes stand until the next one is written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<byte> Write(GeometryBuffer geometry, int type)
    {
        _output.ResetWrittenCount();
        new Pass(_output, geometry).Geometry(type);
        return _output.WrittenSpan;
    }

    /// <summary>A geometry collection of geometries that are WKB already.</summary>
    public static byte[] Collect(IReadOnlyList<ReadOnlyMemory<byte>> members)
    {
        var output = new ArrayBufferWriter<byte>(9 + members.Sum(member => member.Length));
        output.Write(LittleEndian);
        Put(output, WkbType.GeometryCollection + (members.Any(member => WkbType.HasZ(member.Span)) ? WkbType.Z : 0));
        Put(output, members.Count);
        foreach (var member in members)
        {
            output.Write(member.Span);
        }

        return output.WrittenSpan.ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Put(ArrayBufferWriter<byte> output, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), value);
        output.Advance(4);
    }

    /// <summary>One way through the counts and positions of a geometry.</summary>
    private ref struct Pass(ArrayBufferWriter<byte> output, GeometryBuffer geometry)
    {
        private readonly bool _hasZ = geometry.HasZ;
        private readonly bool _isEmpty = geometry.Ordinates.Count == 0;
        private int _count;
        private int _position;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Geometry(int type)
        {
            output.Write(LittleEndian);
            Put(output, _hasZ ? type + WkbType.Z : type);
            if (type == WkbType.Point)
            {
                Position(_isEmpty ? -1 : _position++);
                return;
            }

            var count = _isEmpty ? 0 : geometry.Counts[_count++];
            if (type == WkbType.LineString)
            {
                Line(count);
                return;
            }

            Put(output, count);
            for (var i = 0; i < count; i++)
            {
                if (type == WkbType.Polygon)
                {
                    Ring(geometry.Counts[_count++], isOuter: i == 0);
                }
                else
                {
                    Geometry(type - 3);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Line(int count)
        {
            var written = count == 1 ? 2 : count;
            Put(output, written);
            for (var i = 0; i < written; i++)
            {
                Position(_position + Math.Min(i, count - 1));
            }

            _position += count;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Ring(int count, bool isOuter)
        {
            var area = SignedArea(count);
            var isBackwards = isOuter ? area < 0 : area > 0;
            var isOpen = count > 0 && !SamePlace(_position, _position + count - 1);
            var closed = isOpen ? count + 1 : count;
            var written = count == 0 ? 0 : Math.Max(closed, 4);
            Put(output, written);
            for (var i = 0; i < written; i++)
            {
                var index = Math.Min(i, closed - 1);
                Position(_position + (isBackwards ? closed - 1 - index : index) % count);
            }

            _position += count;
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly void Position(int index)
        {
            var ordinates = _hasZ ? 3 : 2;
            var target = output.GetSpan(8 * ordinates);
            for (var i = 0; i < ordinates; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(target[(8 * i)..], index < 0 ? double.NaN : geometry.Ordinates[3 * index + i]);
            }

            output.Advance(8 * ordinates);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly bool SamePlace(int a, int b) =>
            geometry.Ordinates[3 * a] == geometry.Ordinates[3 * b] && geometry.Ordinates[3 * a + 1] == geometry.Ordinates[3 * b + 1];

        /// <summary>Twice the area in square degrees, positive counterclockwise; see <see cref="Longitudes"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private readonly double SignedArea(int count)
        {
            var (area, firstX) = (0d, count == 0 ? 0 : geometry.Ordinates[3 * _position]);
            for (var i = 0; i < count; i++)
            {
                var (a, b) = (_position + i, _position + (i + 1) % count);
                var (x, nextX) = (geometry.Ordinates[3 * a] - firstX, geometry.Ordinates[3 * b] - firstX);
                if (Longitudes.IsLong(x, nextX))
                {
                    return SignedAreaUnwrapped(count);
                }

                area += x * geometry.Ordinates[3 * b + 1] - nextX * geometry.Ordinates[3 * a + 1];
            }

            return area;
        }

        private readonly double SignedAreaUnwrapped(int count)
        {
            var (x, y) = (new double[count + 1], new double[count + 1]);
            for (var i = 0; i <= count; i++)
            {
                (x[i], y[i]) = (geometry.Ordinates[3 * (_position + i % count)], geometry.Ordinates[3 * (_position + i % count) + 1]);
            }

            Longitudes.UnwrapRing(x, y);
            var area = 0d;
            for (var i = 0; i < count; i++)
            {
                area += (x[i] - x[0]) * y[i + 1] - (x[i + 1] - x[0]) * y[i];
            }

            return area;
        }
    }
}
