using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Up42.Interactive;

/// <summary>Values by row number, in chunks that exist only where a row has a value.</summary>
internal sealed class ChunkedColumn<T>
{
    private const int RowsPerChunk = 256;
    private readonly List<Chunk?> _chunks = [];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, T value)
    {
        var (index, offset) = (row / RowsPerChunk, row % RowsPerChunk);
        while (_chunks.Count <= index)
        {
            _chunks.Add(null);
        }

        var chunk = _chunks[index] ??= new Chunk();
        if (offset >= chunk.Values.Length)
        {
            chunk.Grow(offset);
        }

        chunk.Values[offset] = value;
        chunk.Present[offset / 64] |= 1UL << offset;
    }

    public bool TryGet(int row, [MaybeNullWhen(false)] out T value)
    {
        var (index, offset) = (row / RowsPerChunk, row % RowsPerChunk);
        if (index < _chunks.Count && _chunks[index] is { } chunk && (chunk.Present[offset / 64] >> offset & 1) == 1)
        {
            value = chunk.Values[offset];
            return true;
        }

        value = default;
        return false;
    }

    public void Clear(int row)
    {
        var (index, offset) = (row / RowsPerChunk, row % RowsPerChunk);
        if (index < _chunks.Count && _chunks[index] is { } chunk)
        {
            chunk.Present[offset / 64] &= ~(1UL << offset);
        }
    }

    public IEnumerable<(int Row, T Value)> Present()
    {
        for (var index = 0; index < _chunks.Count; index++)
        {
            for (var offset = 0; _chunks[index] is { } chunk && offset < RowsPerChunk; offset++)
            {
                if ((chunk.Present[offset / 64] >> offset & 1) == 1)
                {
                    yield return (index * RowsPerChunk + offset, chunk.Values[offset]);
                }
            }
        }
    }

    private sealed class Chunk
    {
        /// <summary>As far as values were set: a column of one row takes no room for more.</summary>
        public T[] Values { get; private set; } = [];

        public ulong[] Present { get; } = new ulong[RowsPerChunk / 64];

        public void Grow(int offset)
        {
            var values = new T[Math.Min(RowsPerChunk, Math.Max(8, 4 * (offset + 1)))];
            Values.CopyTo(values, 0);
            Values = values;
        }
    }
}
