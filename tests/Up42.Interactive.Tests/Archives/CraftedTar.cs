using System.IO.Compression;
using System.Text;

namespace Up42.Interactive.Tests.Archives;

/// <summary>Tar archives as no tar program would write them.</summary>
internal sealed class CraftedTar
{
    private readonly MemoryStream _bytes = new();

    /// <summary>An entry. Its header says <paramref name="size"/> where that is given, else the truth.</summary>
    public CraftedTar Add(
        string name, string content = "x", char type = '0', string link = "", long? size = null, string? prefix = null,
        string? sizeField = null, bool goodChecksum = true)
    {
        var data = Encoding.UTF8.GetBytes(content);
        var header = new byte[512];
        Put(header, 0, 100, name);
        Put(header, 100, 8, "0000644");
        Put(header, 108, 8, "0000000");
        Put(header, 116, 8, "0000000");
        Put(header, 124, 12, sizeField ?? Octal(size ?? data.Length));
        Put(header, 136, 12, Octal(1_600_000_000));
        header[156] = (byte)type;
        Put(header, 157, 100, link);
        Encoding.ASCII.GetBytes("ustar\u000000").CopyTo(header, 257);
        Put(header, 345, 155, prefix ?? "");
        header.AsSpan(148, 8).Fill((byte)' ');
        Put(header, 148, 8, Convert.ToString(header.Sum(value => value) + (goodChecksum ? 0 : 1), 8).PadLeft(6, '0'));
        _bytes.Write(header);
        _bytes.Write(data);
        _bytes.Write(new byte[(512 - data.Length % 512) % 512]);
        return this;
    }

    /// <summary>An extended header for the next entry ('x') or for all that follow ('g').</summary>
    public CraftedTar AddPax(char type, params IEnumerable<(string Key, string Value)> records) =>
        Add("PaxHeaders/x", string.Concat(records.Select(record => Record(record.Key, record.Value))), type);

    /// <summary>GNU's long name for the next entry.</summary>
    public CraftedTar AddLongName(string name) => Add("././@LongLink", name + "\0", 'L');

    public byte[] Bytes(bool withEnd = true) => [.. _bytes.ToArray(), .. new byte[withEnd ? 1024 : 0]];

    public byte[] Gzipped() => Gzip(Bytes());

    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string Octal(long value) => Convert.ToString(value, 8).PadLeft(11, '0');

    private static string Record(string key, string value)
    {
        var rest = Encoding.UTF8.GetByteCount($" {key}={value}\n");
        var length = rest + 1;
        while ($"{length}".Length + rest != length)
        {
            length++;
        }

        return $"{length} {key}={value}\n";
    }

    private static void Put(byte[] header, int start, int length, string text)
    {
        var bytes = text.Any(symbol => symbol is > '\u007F' and < '\u0100') ? Encoding.Latin1.GetBytes(text) : Encoding.UTF8.GetBytes(text);
        bytes.AsSpan(0, Math.Min(bytes.Length, length)).CopyTo(header.AsSpan(start));
    }
}
