using System.IO.Compression;
using System.Text;

namespace Up42.Interactive.Tests.Archives;

/// <summary>Zip archives, some of them with bytes changed afterwards.</summary>
internal static class CraftedZip
{
    public static byte[] Create(params IEnumerable<string> names) => With(zip =>
    {
        foreach (var name in names)
        {
            Add(zip, name);
        }
    });

    public static byte[] WithAttributes(string name, int unixMode) => Patched(
        With(zip => Add(zip, name).ExternalAttributes = unixMode << 16), bytes => bytes[Central(bytes) + 5] = 3);

    /// <summary>Sets a two-byte field of the first entry's local and central header.</summary>
    public static byte[] WithField(byte[] zip, int localOffset, int centralOffset, ushort value) => Patched(zip, bytes =>
    {
        BitConverter.GetBytes(value).CopyTo(bytes, localOffset);
        BitConverter.GetBytes(value).CopyTo(bytes, Central(bytes) + centralOffset);
    });

    public static byte[] Patched(byte[] zip, Action<byte[]> change)
    {
        change(zip);
        return zip;
    }

    /// <summary>Where the first central header begins.</summary>
    /// <summary>A zip64 of one file that announces so many.</summary>
    public static byte[] Announcing(ulong entries)
    {
        var zip = Create("a");
        var end = zip.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var record = new byte[56 + 20];
        using var writer = new BinaryWriter(new MemoryStream(record));
        writer.Write("PK\u0006\u0006"u8);
        writer.Write(44UL);
        writer.Write([45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
        writer.Write(entries);
        writer.Write(entries);
        writer.Write((ulong)(end - Central(zip)));
        writer.Write((ulong)Central(zip));
        writer.Write("PK\u0006\u0007"u8);
        writer.Write(0);
        writer.Write((ulong)end);
        writer.Write(1);
        zip.AsSpan(end + 8, 12).Fill(0xFF);
        return [.. zip[..end], .. record, .. zip[end..]];
    }

    public static int Central(byte[] zip) => zip.AsSpan().IndexOf("PK\u0001\u0002"u8);

    private static byte[] With(Action<ZipArchive> fill)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            fill(zip);
        }

        return bytes.ToArray();
    }

    private static ZipArchiveEntry Add(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(2020, 3, 30, 17, 2, 0, TimeSpan.Zero);
        using var content = entry.Open();
        content.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("content ", 50))));
        return entry;
    }
}
