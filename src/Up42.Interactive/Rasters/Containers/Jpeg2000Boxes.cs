namespace Up42.Interactive;

/// <summary>The boxes of a JPEG 2000 file. Some hold boxes.</summary>
internal static class Jpeg2000Boxes
{
    private static readonly byte[] Start = [0, 0, 0, 0x0C, .. "jP"u8];

    /// <summary>What goes beyond the limits; null where nothing does, or the file has no boxes.</summary>
    public static string? Excess(ContainerReader reader, ContainerNotes notes) =>
        reader.Read(0, Start.Length).AsSpan().SequenceEqual(Start) ? Excess(reader, notes, 0, reader.Length, 0) : null;

    private static string? Excess(ContainerReader reader, ContainerNotes notes, long at, long end, int depth)
    {
        reader.IsLittleEndian = false;
        while (at < end)
        {
            var head = reader.Read(at, 8);
            var isLong = head is [0, 0, 0, 1, ..];
            var headSize = isLong ? 16 : 8;
            var length = isLong ? reader.Number(reader.Read(at + 8, 8)) : reader.Number(head.AsSpan(0, 4));
            length = length == 0 ? end - at : length;
            if (length < headSize || length > end - at)
            {
                return null;
            }

            if ((notes.AddPart("boxes") ?? ExcessOf(head.AsSpan(4), at + headSize, at + length)) is { } excess)
            {
                return excess;
            }

            at += length;
        }

        return null;

        string? ExcessOf(ReadOnlySpan<byte> kind, long start, long end) =>
            kind.SequenceEqual("jp2c"u8) ? null
            : kind.SequenceEqual("asoc"u8) || kind.SequenceEqual("jp2h"u8)
                ? depth >= Limits.Default.Nesting ? "its boxes are nested too deeply" : Excess(reader, notes, start, end, depth + 1)
            : notes.AddBytes(end - start) ?? (kind.SequenceEqual("xml "u8) ? notes.AddMetadata(reader, start, end - start) : null);
    }
}
