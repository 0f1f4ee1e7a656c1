namespace Up42.Interactive;

/// <summary>The archives we unpack.</summary>
internal enum ArchiveKind
{
    Tar,
    GzippedTar,
    Zip,
}
