using System.Buffers.Binary;

namespace Up42.Interactive;

/// <summary>What a zip64 archive says of its directory (APPNOTE 4.3.14 and 4.3.15), read before anything takes memory for it.</summary>
internal static class Zip64Directory
{
    // The locator comes before the end record of 22 bytes and its comment of 65,535 at most; some room for what is between them.
    private const int Tail = 128 * 1024;
    private const int LocatorBytes = 20;
    private const int RecordBytes = 40;
    private static readonly byte[] Locator = [.. "PK"u8, 6, 7];
    private static readonly byte[] Record = [.. "PK"u8, 6, 6];

    /// <summary>The most entries that a directory announces; 0 where there is none. The stream's position changes.</summary>
    public static ulong AnnouncedEntries(Stream archive)
    {
        var tail = Read(archive, Math.Max(0, archive.Length - Tail), Tail);
        var most = 0UL;
        for (int at = 0, found; (found = tail.AsSpan(at).IndexOf(Locator)) >= 0 && at + found + LocatorBytes <= tail.Length; at += found + 1)
        {
            var place = BinaryPrimitives.ReadUInt64LittleEndian(tail.AsSpan(at + found + 8));
            var record = place < (ulong)archive.Length ? Read(archive, (long)place, RecordBytes) : [];
            if (record.Length == RecordBytes && record.AsSpan().StartsWith(Record))
            {
                most = Math.Max(most, Math.Max(
                    BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(24)), BinaryPrimitives.ReadUInt64LittleEndian(record.AsSpan(32))));
            }
        }

        return most;
    }

    private static byte[] Read(Stream archive, long place, int length)
    {
        var bytes = new byte[length];
        archive.Position = place;
        return bytes[..archive.ReadAtLeast(bytes, length, throwOnEndOfStream: false)];
    }
}
