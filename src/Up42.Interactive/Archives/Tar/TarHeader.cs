using System.Buffers.Binary;
using System.Text;

namespace Up42.Interactive;

/// <summary>One block of 512 bytes that begins an entry: POSIX.1-1988 (ustar) with GNU's base-256 numbers.</summary>
internal readonly ref struct TarHeader(ReadOnlySpan<byte> block)
{
    public const int Size = 512;
    private readonly ReadOnlySpan<byte> _block = block;

    public char Type => (char)_block[156];

    public string LinkName => Text(157, 100);

    public long Length => Number(124, 12);

    public long Time => Number(136, 12);

    public string Name
    {
        get
        {
            var isUstar = _block.Slice(257, 6).SequenceEqual("ustar\0"u8);
            var prefix = isUstar ? Text(345, 155) : "";
            return prefix.Length == 0 ? Text(0, 100) : $"{prefix}/{Text(0, 100)}";
        }
    }

    /// <summary>Whether the checksum is right; old archives took bytes as signed.</summary>
    public bool IsIntact
    {
        get
        {
            var (unsigned, signed) = (0L, 0L);
            for (var i = 0; i < Size; i++)
            {
                var value = i is >= 148 and < 156 ? (byte)' ' : _block[i];
                unsigned += value;
                signed += (sbyte)value;
            }

            return TryNumber(148, 8, out var sum) && (sum == unsigned || sum == signed);
        }
    }

    private string Text(int start, int length)
    {
        var field = _block.Slice(start, length);
        var end = field.IndexOf((byte)0);
        return EntryText.Decode(end < 0 ? field : field[..end], Encoding.Latin1);
    }

    private long Number(int start, int length) =>
        TryNumber(start, length, out var value) ? value : throw new InvalidDataException("A number in a header is not valid.");

    private bool TryNumber(int start, int length, out long value)
    {
        var field = _block.Slice(start, length);
        value = 0;
        if ((field[0] & 0x80) != 0)
        {
            value = BinaryPrimitives.ReadInt64BigEndian(field[^8..]);
            return field[0] == 0x80 && value >= 0 && !field[1..^8].ContainsAnyExcept((byte)0);
        }

        foreach (var symbol in field.Trim(" \0"u8))
        {
            if (symbol is < (byte)'0' or > (byte)'7')
            {
                return false;
            }

            value = value * 8 + symbol - '0';
        }

        return true;
    }
}
