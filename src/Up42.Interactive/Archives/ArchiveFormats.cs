namespace Up42.Interactive;

/// <summary>Tells what a file is by its first bytes.</summary>
internal static class ArchiveFormats
{
    /// <summary>The kind of archive, or null.</summary>
    /// <param name="start">The first 512 bytes, or all there are.</param>
    public static ArchiveFormat? Of(ReadOnlySpan<byte> start) => start switch
    {
        [0x1F, 0x8B, ..] => ArchiveFormat.GzippedTar,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => ArchiveFormat.Zip,
        { Length: TarHeader.Size } when new TarHeader(start).IsIntact || !start.ContainsAnyExcept((byte)0) => ArchiveFormat.Tar,
        { Length: TarHeader.Size } when start.Slice(257, 5).SequenceEqual("ustar"u8) => ArchiveFormat.Tar,
        _ => null,
    };

    /// <summary>What a file is that is no archive, as far as its first bytes tell.</summary>
    public static string Describe(ReadOnlySpan<byte> start) => start.TrimStart("\uFEFF \r\n\t"u8) switch
    {
        [] => "empty",
        [(byte)'<', ..] => "a web page or XML",
        [(byte)'{' or (byte)'[', ..] => "JSON",
        [(byte)'I', (byte)'I', 42 or 43, ..] or [(byte)'M', (byte)'M', 0, 42 or 43, ..] => "a TIFF",
        [(byte)'B', (byte)'Z', (byte)'h', ..] => "packed by bzip2",
        [0xFD, (byte)'7', (byte)'z', ..] => "packed by xz",
        [0x28, 0xB5, 0x2F, 0xFD, ..] => "packed by zstd",
        [(byte)'7', (byte)'z', 0xBC, ..] => "a 7z archive",
        [(byte)'R', (byte)'a', (byte)'r', ..] => "a RAR archive",
        _ => "a file of another kind",
    };
}
