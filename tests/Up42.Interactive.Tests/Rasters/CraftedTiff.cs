using System.Buffers.Binary;

namespace Up42.Interactive.Tests.Rasters;

/// <summary>A TIFF of one white pixel in each of its directories, with any tags; classic, or of 64 bits.</summary>
/// <param name="isBig">Whether it is a BigTIFF.</param>
/// <param name="isLittleEndian">Its order of bytes.</param>
internal sealed class CraftedTiff(bool isBig = false, bool isLittleEndian = true)
{
    private const int Start = 24;

    private readonly List<(int Tag, int Type, long Count, byte[] Bytes)> _tags =
    [
        (256, 3, 1, Short(1, isLittleEndian)), (257, 3, 1, Short(1, isLittleEndian)), (258, 3, 1, Short(8, isLittleEndian)),
        (259, 3, 1, Short(1, isLittleEndian)), (262, 3, 1, Short(1, isLittleEndian)), (273, 3, 1, Short(16, isLittleEndian)),
        (277, 3, 1, Short(1, isLittleEndian)), (278, 3, 1, Short(1, isLittleEndian)), (279, 3, 1, Short(1, isLittleEndian)),
    ];

    /// <summary>Adds a text, or another list of bytes.</summary>
    public CraftedTiff Add(int tag, byte[] text, int type = 2)
    {
        _tags.Add((tag, type, text.Length, text));
        return this;
    }

    /// <summary>Replaces a number of each directory.</summary>
    public CraftedTiff Set(int tag, int value)
    {
        _tags.RemoveAll(known => known.Tag == tag);
        var bytes = BitConverter.GetBytes(value);
        _tags.Add((tag, 4, 1, isLittleEndian == BitConverter.IsLittleEndian ? bytes : [.. bytes.Reverse()]));
        return this;
    }

    /// <summary>Marks the directories as overviews, the first of which is a page all the same.</summary>
    public CraftedTiff AsOverviews()
    {
        _tags.Add((254, 3, 1, Short(1, isLittleEndian)));
        return this;
    }

    /// <summary>Makes a list of whole numbers longer, whose values begin at byte 16 of the file.</summary>
    public CraftedTiff Lengthen(int tag, long count)
    {
        _tags.RemoveAll(known => known.Tag == tag);
        _tags.Add((tag, 4, count, []));
        return this;
    }

    /// <summary>The bytes, with so many equal directories, and zeros behind them.</summary>
    public byte[] Bytes(int directories = 1, int padding = 0)
    {
        var file = new MemoryStream();
        file.Write(isLittleEndian ? "II"u8 : "MM"u8);
        Write(file, isBig ? 43 : 42, 2);
        if (isBig)
        {
            Write(file, 8, 2);
            Write(file, 0, 2);
        }

        Write(file, Start, isBig ? 8 : 4);
        while (file.Length < Start)
        {
            file.WriteByte(0xFF);
        }

        for (var directory = 0; directory < directories; directory++)
        {
            WriteDirectory(file, isLast: directory == directories - 1);
        }

        file.SetLength(file.Length + padding);
        return file.ToArray();
    }

    private static byte[] Short(int value, bool isLittleEndian) => isLittleEndian ? [(byte)value, 0] : [0, (byte)value];

    private void WriteDirectory(MemoryStream file, bool isLast)
    {
        var (wide, data) = (isBig ? 8 : 4, new MemoryStream());
        var tags = _tags.OrderBy(tag => tag.Tag).ToList();
        var end = file.Position + (isBig ? 8 : 2) + tags.Count * (isBig ? 20 : 12) + wide;
        Write(file, tags.Count, isBig ? 8 : 2);
        foreach (var (tag, type, count, bytes) in tags)
        {
            Write(file, tag, 2);
            Write(file, type, 2);
            Write(file, count, wide);
            if (bytes.Length == 0 || bytes.Length > wide)
            {
                Write(file, bytes.Length == 0 ? 16 : end + data.Length, wide);
                data.Write(bytes);
            }
            else
            {
                file.Write([.. bytes, .. new byte[wide - bytes.Length]]);
            }
        }

        Write(file, isLast ? 0 : end + data.Length, wide);
        data.WriteTo(file);
    }

    private void Write(MemoryStream file, long value, int size)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        var number = bytes.AsSpan(0, size);
        if (!isLittleEndian)
        {
            number.Reverse();
        }

        file.Write(number);
    }
}
