namespace Up42.Interactive;

/// <summary>An archive to unpack, which may still grow.</summary>
/// <param name="Name">What it is called in messages.</param>
/// <param name="Open">Opens it at its first byte; for zip it must be possible to seek in it.</param>
/// <param name="Length">Its length in bytes, as far as it is known.</param>
/// <param name="IsWhole">It does not grow any more.</param>
internal sealed record ArchiveInput(string Name, Func<Stream> Open, Func<long> Length, bool IsWhole = true)
{
    /// <summary>A file.</summary>
    public static ArchiveInput FromFile(string path, string? name = null) =>
        new(name ?? Path.GetFileName(path), () => OpenFile(path), () => new FileInfo(path).Length);

    /// <summary>Its format by its first bytes.</summary>
    /// <exception cref="Up42Exception">It is not an archive.</exception>
    public ArchiveFormat DetectFormat()
    {
        var start = new byte[TarHeader.Size];
        using var archive = Open();
        start = start[..archive.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return ArchiveFormats.Detect(start)
            ?? throw new ArchiveException($"{Name} is {ArchiveFormats.Describe(start)}, neither a tar, a gzipped tar nor a zip archive.");
    }

    private static FileStream OpenFile(string path)
    {
        if (FileEntry.Follow(path) is { Kind: not FileKind.File } other)
        {
            throw new Up42Exception($"{path} is {other.Noun}, not a file.");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (Exception error) when (DiskErrors.IsDisk(error))
        {
            throw new Up42Exception($"{path} could not be read: {error.Message}", error);
        }
    }
}
