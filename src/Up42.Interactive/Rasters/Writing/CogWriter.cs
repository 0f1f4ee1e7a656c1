using System.Buffers;
using System.Buffers.Binary;

namespace Up42.Interactive;

/// <summary>
/// Writes one band as a cloud-optimized GeoTIFF, in the layout of GDAL's: directories first, then the tiles of the smallest overview, those of
/// the band last, each between its length and a repetition of its last bytes. Compressed tiles wait in a file beside it, since overviews are
/// known last and stand first.
/// </summary>
internal sealed class CogWriter : IDisposable
{
    private const string Ghost = "LAYOUT=IFDS_BEFORE_DATA\nBLOCK_ORDER=ROW_MAJOR\nBLOCK_LEADER=SIZE_AS_UINT4\n"
        + "BLOCK_TRAILER=LAST_4_BYTES_REPEATED\nKNOWN_INCOMPATIBLE_EDITION=NO\n ";

    private const int Leader = sizeof(uint);
    private const ushort Deflate = 8;

    private readonly string _waiting;
    private readonly FileStream _tiles;
    private readonly TilePyramid _pyramid;
    private readonly (long Place, int Length)[][] _blocks;
    private readonly bool _isCategorical;
    private long _end;

    /// <summary>A file without tiles.</summary>
    /// <param name="waiting">A name under which compressed tiles may wait.</param>
    /// <param name="size">The size of the band.</param>
    /// <param name="isCategorical">Whether values are classes, of one byte; else floating point of four.</param>
    /// <param name="none">What stands for a missing value.</param>
    public CogWriter(string waiting, RasterSize size, bool isCategorical, float none)
    {
        (_waiting, _isCategorical) = (waiting, isCategorical);
        _pyramid = new TilePyramid(size, isCategorical, none, Keep);
        _blocks = [.. Enumerable.Range(0, _pyramid.Levels.Count).Select(_pyramid.Tiles).Select(tiles => new (long, int)[tiles.Width * tiles.Height])];
        _tiles = new FileStream(waiting, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
    }

    /// <summary>Adds a part of the band; NaN where a value is missing. From any thread.</summary>
    public void Add(RasterWindow window, double[] values) => _pyramid.Add(window, values);

    /// <summary>Writes the file, of which all parts have been added.</summary>
    /// <param name="file">An empty file.</param>
    /// <param name="fields">What else there is to tell of the band.</param>
    /// <param name="longest">The length from which on it is a BigTIFF.</param>
    public void Save(Stream file, IReadOnlyList<TiffField> fields, long longest = uint.MaxValue)
    {
        var isBig = Header(fields, isBig: false, first: 0).Length + _end > longest;
        file.Write(Header(fields, isBig, Header(fields, isBig, first: 0).Length));
        var buffer = new byte[_blocks.SelectMany(level => level).Max(block => block.Length)];
        foreach (var (place, length) in _blocks.Reverse().SelectMany(level => level))
        {
            var block = buffer.AsSpan(0, length);
            _tiles.Position = place;
            _tiles.ReadExactly(block);
            file.Write(block);
        }
    }

    public void Dispose()
    {
        _tiles.Dispose();
        File.Delete(_waiting);
    }

    private void Keep(int level, int index, ReadOnlySpan<float> values)
    {
        // Room for what does not compress at all.
        var buffer = ArrayPool<byte>.Shared.Rent(2 * sizeof(float) * values.Length);
        using var block = new MemoryStream(buffer) { Position = Leader };
        if (_isCategorical)
        {
            TileCompression.CompressClasses(values, _pyramid.TileSize, block);
        }
        else
        {
            TileCompression.CompressValues(values, _pyramid.TileSize, block);
        }

        var end = (int)block.Position;
        BinaryPrimitives.WriteInt32LittleEndian(buffer, end - Leader);
        block.Write(buffer.AsSpan(end - Leader, Leader));
        var length = end + Leader;
        var place = Interlocked.Add(ref _end, length) - length;
        RandomAccess.Write(_tiles.SafeFileHandle, buffer.AsSpan(0, length), place);
        _blocks[level][index] = (place, length);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>All that stands before the tiles.</summary>
    /// <param name="fields">What else there is to tell of the band.</param>
    /// <param name="isBig">Whether places take eight bytes.</param>
    /// <param name="first">Where the first tile stands.</param>
    private byte[] Header(IReadOnlyList<TiffField> fields, bool isBig, long first)
    {
        var directories = new Stack<IEnumerable<TiffField>>();
        for (var level = _blocks.Length - 1; level >= 0; level--)
        {
            var places = new List<long>();
            foreach (var (_, length) in _blocks[level])
            {
                places.Add(first + Leader);
                first += length;
            }

            directories.Push(Directory(level, places, isBig).Concat(level == 0 ? fields : fields.Where(field => field.Tag == TiffField.NoData)));
        }

        return TiffHeader.Write(Ghost, directories, isBig);
    }

    private IEnumerable<TiffField> Directory(int level, IReadOnlyList<long> places, bool isBig) =>
    [
        TiffField.Long(254, level == 0 ? 0u : 1u),
        TiffField.Long(256, (uint)_pyramid.Levels[level].Width),
        TiffField.Long(257, (uint)_pyramid.Levels[level].Height),
        TiffField.Short(258, (ushort)(_isCategorical ? 8 : 32)),
        TiffField.Short(259, Deflate),
        TiffField.Short(262, 1),
        TiffField.Short(277, 1),
        TiffField.Short(284, 1),
        TiffField.Short(317, (ushort)(_isCategorical ? 2 : 3)),
        TiffField.Short(322, (ushort)_pyramid.TileSize),
        TiffField.Short(323, (ushort)_pyramid.TileSize),
        TiffField.Places(324, places, isBig),
        TiffField.Long(325, [.. _blocks[level].Select(block => (uint)(block.Length - (2 * Leader)))]),
        TiffField.Short(339, (ushort)(_isCategorical ? 1 : 3)),
    ];
}
