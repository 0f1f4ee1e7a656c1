namespace Up42.Interactive;

/// <summary>What lies at a path.</summary>
internal enum FileKind
{
    File,
    Folder,
    Link,

    /// <summary>A pipe, a socket or a device: reading it may wait for ever.</summary>
    Special,
}
