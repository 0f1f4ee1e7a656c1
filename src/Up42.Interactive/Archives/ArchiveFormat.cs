namespace Up42.Interactive;

/// <summary>The archives we unpack.</summary>
internal enum ArchiveFormat
{
    Tar,
    GzippedTar,
    Zip,
}
