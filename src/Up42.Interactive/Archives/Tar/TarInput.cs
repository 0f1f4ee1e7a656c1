using System.Globalization;
using System.Text;

namespace Up42.Interactive;

/// <summary>
/// The entries of a tar archive in turn. Unlike <see cref="System.Formats.Tar.TarReader"/> it verifies each header's checksum, never takes more memory than the
/// data it has read, and tells an archive's end from its being cut off. As a stream it gives the bytes of the entry that <see cref="Next"/> returned last.
/// </summary>
internal sealed class TarInput(Stream archive, ExtractionTarget folder) : ReadOnlyStream
{
    private const int MaxExtension = 1 << 20;
    private readonly byte[] _block = new byte[TarHeader.Size];
    private readonly Dictionary<string, string> _global = [];
    private long _left;
    private int _padding;

    /// <summary>The next entry; null at the end of the archive.</summary>
    public TarEntry? Next()
    {
        SkipContent();
        var (records, longName, longLink) = (new Dictionary<string, string>(), default(string), default(string));
        while (true)
        {
            archive.ReadExactly(_block);
            folder.CountEntry();
            var header = new TarHeader(_block);
            if (!_block.AsSpan().ContainsAnyExcept((byte)0))
            {
                return null;
            }

            if (!header.IsIntact)
            {
                throw new InvalidDataException("The checksum of a header is wrong.");
            }

            switch (header.Type)
            {
                case 'x':
                    PaxRecords.Read(ReadExtension(header.Length), records);
                    break;
                case 'g':
                    PaxRecords.Read(ReadExtension(header.Length), _global);
                    break;
                case 'L':
                    longName = Text(ReadExtension(header.Length));
                    break;
                case 'K':
                    longLink = Text(ReadExtension(header.Length));
                    break;
                default:
                    return Begin(header, records, longName, longLink);
            }
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var read = archive.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
        _left -= read;
        return read == 0 && _left > 0 && !buffer.IsEmpty ? throw new EndOfStreamException() : read;
    }

    /// <summary>Reads on to the end of the stream, so that a checksum that comes last is verified.</summary>
    public void Finish()
    {
        var rest = new byte[64 * 1024];
        for (int read; (read = archive.Read(rest)) > 0;)
        {
            folder.CountBytes(read);
        }
    }

    private TarEntry Begin(TarHeader header, Dictionary<string, string> records, string? longName, string? longLink)
    {
        string? Record(string key) => records.GetValueOrDefault(key) ?? _global.GetValueOrDefault(key);
        var isSparse = header.Type == 'S' || records.Keys.Concat(_global.Keys).Any(key => key.StartsWith("GNU.sparse.", StringComparison.Ordinal));
        var size = header.Type is >= '1' and <= '6' ? 0 : Record("size") is { } said ? Number(said) : header.Length;
        var seconds = Record("mtime") is { } time ? Seconds(time) : header.Time;
        _left = size;
        _padding = Padding(size);
        return new TarEntry(
            header.Type, Record("path") ?? longName ?? header.Name, Record("linkpath") ?? longLink ?? header.LinkName, size, Time(seconds), isSparse);
    }

    private byte[] ReadExtension(long length)
    {
        if (length > MaxExtension)
        {
            throw new UnpackException($"an extended header of {length} bytes");
        }

        var data = new byte[length];
        archive.ReadExactly(data);
        archive.ReadExactly(_block, 0, Padding(length));
        folder.CountBytes(length);
        return data;
    }

    private void SkipContent()
    {
        var rest = new byte[64 * 1024];
        for (int read; (read = Read(rest)) > 0;)
        {
            folder.CountBytes(read);
        }

        archive.ReadExactly(_block, 0, _padding);
        _padding = 0;
    }

    private static int Padding(long length) => (int)((TarHeader.Size - length % TarHeader.Size) % TarHeader.Size);

    private static string Text(byte[] data) => EntryText.Decode(data.AsSpan().TrimEnd((byte)0), Encoding.Latin1);

    private static long Number(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new InvalidDataException("A number in an extended header is not valid.");

    private static double Seconds(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        ? value
        : throw new InvalidDataException("A time in an extended header is not valid.");

    private static DateTimeOffset? Time(double seconds) => seconds is > 0 and < 253_402_300_799 ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
}
