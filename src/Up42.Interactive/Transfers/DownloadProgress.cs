namespace Up42.Interactive;

/// <summary>How far a transfer is. Reports come at most ten times a second, and once at the end.</summary>
/// <param name="File">The name of the file that arrives.</param>
/// <param name="BytesReceived">Bytes that have arrived.</param>
/// <param name="TotalBytes">Bytes of the whole; null where the server does not say.</param>
/// <param name="BytesPerSecond">The mean rate since the transfer began.</param>
public sealed record DownloadProgress(string File, long BytesReceived, long? TotalBytes, double BytesPerSecond)
{
    /// <summary>Those of <see cref="BytesReceived"/> that an earlier attempt had left on the disk; they have no part in the rate.</summary>
    public long BytesResumed { get; init; }
}
