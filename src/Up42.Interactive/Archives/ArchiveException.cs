namespace Up42.Interactive;

/// <summary>An archive cannot be unpacked, for a reason that lies in its bytes. Users see an <see cref="Up42Exception"/>.</summary>
internal sealed class ArchiveException(string message, bool isDamaged = false, Exception? innerException = null) : Up42Exception(message, innerException)
{
    /// <summary>Whether the bytes are not what the archive's writer wrote, so that another download may help.</summary>
    public bool IsDamaged { get; } = isDamaged;
}
