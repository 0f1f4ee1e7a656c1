namespace Up42.Interactive;

/// <summary>What is known of each archive format, and how a file shows its own.</summary>
internal static class ArchiveFormats
{
    private const string Unknown = "a file of another kind";
    private static readonly ArchiveFormat[] All = [ArchiveFormat.GzippedTar, ArchiveFormat.Tar, ArchiveFormat.Zip];

    /// <summary>The format by a file's first bytes, or null.</summary>
    /// <param name="start">The first 512 bytes, or all there are.</param>
    public static ArchiveFormat? Detect(ReadOnlySpan<byte> start) => start switch
    {
        [0x1F, 0x8B, ..] => ArchiveFormat.GzippedTar,
        [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => ArchiveFormat.Zip,
        { Length: TarHeader.Size } when new TarHeader(start).IsIntact || !start.ContainsAnyExcept((byte)0) => ArchiveFormat.Tar,
        { Length: TarHeader.Size } when start.Slice(257, 5).SequenceEqual("ustar"u8) => ArchiveFormat.Tar,
        _ => null,
    };

    /// <summary>The extensions of a format, the usual one first.</summary>
    public static IReadOnlyList<string> Extensions(this ArchiveFormat format) => format switch
    {
        ArchiveFormat.GzippedTar => [".tgz", ".tar.gz", ".gz"],
        ArchiveFormat.Tar => [".tar"],
        _ => [".zip"],
    };

    /// <summary>The MIME type of a format.</summary>
    public static string MediaType(this ArchiveFormat format) => format switch
    {
        ArchiveFormat.GzippedTar => "application/gzip",
        ArchiveFormat.Tar => "application/x-tar",
        _ => "application/zip",
    };

    /// <summary>A format in words.</summary>
    public static string Noun(this ArchiveFormat format) => format switch
    {
        ArchiveFormat.GzippedTar => "a gzipped tar archive",
        ArchiveFormat.Tar => "a tar archive",
        _ => "a zip archive",
    };

    /// <summary>The usual extension of every format.</summary>
    public static IEnumerable<string> DefaultExtensions => All.Select(format => format.Extensions()[0]);

    /// <summary>The extension of an archive's file name; empty where it has none of an archive.</summary>
    public static string ExtensionOf(string fileName) =>
        All.SelectMany(Extensions).FirstOrDefault(extension => fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase)) ?? "";

    /// <summary>What a file is that is not an archive, as far as its first bytes tell.</summary>
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
        _ when start.StartsWith("SQLite format 3\0"u8) => "a GeoPackage or another SQLite database",
        _ => Unknown,
    };

    /// <summary>What the content of a gzip file is, where it is plainly not a tar archive; else null.</summary>
    public static string? DescribeOther(ReadOnlySpan<byte> start) => Detect(start) switch
    {
        ArchiveFormat.Tar => null,
        { } format => format.Noun(),
        null => Describe(start) is var other && (other == Unknown || start.TrimStart("\uFEFF \r\n\t"u8).IsEmpty) ? null : other,
    };
}
