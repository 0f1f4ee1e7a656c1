namespace Up42.Interactive;

/// <summary>The directories of a TIFF, one a page, an overview or a mask, and their tags.</summary>
internal sealed class TiffDirectories
{
    private const byte LittleEndian = (byte)'I';
    private const byte BigEndian = (byte)'M';
    private const int Kind = 254;
    private const int OldKind = 255;
    private const int Bands = 277;
    private const int Colors = 320;
    private const int Metadata = 42112;
    private const int Short = 3;
    private const int Overview = 1;
    private const int Mask = 4;

    // Libtiff refuses directories of more.
    private const int MaxTags = 4096;

    private readonly ContainerReader _reader;
    private readonly ContainerNotes _notes;
    private readonly bool _isBig;
    private long _blocks;

    private TiffDirectories(ContainerReader reader, ContainerNotes notes, bool isBig) => (_reader, _notes, _isBig) = (reader, notes, isBig);

    private int Wide => _isBig ? 8 : 4;

    /// <summary>What goes beyond the limits; null where nothing does, or the file is not a TIFF.</summary>
    public static string? Excess(ContainerReader reader, ContainerNotes notes)
    {
        var start = reader.Read(0, 8);
        if (start is not ([LittleEndian, LittleEndian, 42 or 43, 0, ..] or [BigEndian, BigEndian, 0, 42 or 43, ..]))
        {
            return null;
        }

        reader.IsLittleEndian = start[0] == LittleEndian;
        return new TiffDirectories(reader, notes, start[2] + start[3] == 43).ReadAll();
    }

    private string? ReadAll()
    {
        var (next, countSize, entrySize) = (Number(Wide), _isBig ? 8 : 2, _isBig ? 20 : 12);
        for (var (at, isFirst) = (next, true); at != 0; isFirst = false)
        {
            var count = _reader.Number(_reader.Read(at, countSize));
            if (_notes.AddPart("directories") is { } excess)
            {
                return excess;
            }

            if (count > MaxTags)
            {
                return null;
            }

            var entries = _reader.Read(at + countSize, (int)count * entrySize);
            if (ExcessOf([.. entries.Chunk(entrySize)], isFirst) is { } directoryExcess)
            {
                return directoryExcess;
            }

            at = Number(at + countSize + entries.Length);
        }

        return null;
    }

    private string? ExcessOf(byte[][] entries, bool isFirst)
    {
        foreach (var entry in entries)
        {
            var length = Length(entry);
            var excess = Tag(entry) is Bands && length is > 0 and <= 4 ? _notes.AddBands(_reader.Number(entry.AsSpan(entry.Length - Wide, (int)length)))
                : length <= Wide ? null
                : Tag(entry) is 273 or 279 or 324 or 325 ? AddBlocks(entry, length)
                : Tag(entry) is Colors ? _notes.AddColors(length)
                : _notes.AddBytes(length);
            if (excess is not null)
            {
                return excess;
            }
        }

        // GDAL looks at the metadata of a page when somebody opens that page.
        var isPage = !isFirst && !entries.Any(IsOfPartOfPage);
        return isPage ? null : entries.Where(entry => Tag(entry) is Metadata && Length(entry) > Wide)
            .Select(entry => _notes.AddMetadata(_reader, _reader.Number(entry.AsSpan(^Wide)), Length(entry))).FirstOrDefault(excess => excess is not null);
    }

    // Where strips and tiles lie and how long they are: only arrays that share their bytes are longer than the file.
    private string? AddBlocks(byte[] entry, long length) => (_blocks += length) > _reader.Length ? "its lists of blocks are longer than the file"
        : Tag(entry) is 273 or 324 ? _notes.AddBlocks(_reader.Number(entry.AsSpan(4, Wide)))
        : null;

    private bool IsOfPartOfPage(byte[] entry) => Tag(entry) is OldKind
        || (Tag(entry) is Kind && (_reader.Number(entry.AsSpan(entry.Length - Wide, Type(entry) == Short ? 2 : 4)) & (Overview | Mask)) != 0);

    private int Type(byte[] entry) => (int)_reader.Number(entry.AsSpan(2, 2));

    private int Tag(byte[] entry) => (int)_reader.Number(entry.AsSpan(0, 2));

    /// <summary>The bytes of a tag's values; 0 of more than the file holds, which the decoder refuses.</summary>
    private long Length(byte[] entry)
    {
        var size = TiffTypes.SizeOf(Type(entry));
        var count = _reader.Number(entry.AsSpan(4, Wide));
        return count > _reader.Length ? 0 : count * size;
    }

    private long Number(long place) => _reader.Number(_reader.Read(place, Wide));
}
