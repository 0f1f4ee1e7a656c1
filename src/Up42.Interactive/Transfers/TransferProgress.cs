namespace Up42.Interactive;

/// <summary>How far a download or an upload is. Reports come at most ten times a second, and once at the end.</summary>
/// <param name="File">The name of the file that is transferred.</param>
/// <param name="BytesTransferred">Bytes that have arrived.</param>
/// <param name="TotalBytes">Bytes of the whole; null where nobody knows.</param>
/// <param name="BytesPerSecond">The mean rate since the transfer began.</param>
public sealed record TransferProgress(string File, long BytesTransferred, long? TotalBytes, double BytesPerSecond)
{
    /// <summary>Those of <see cref="BytesTransferred"/> that an earlier attempt had left on the disk; they have no part in the rate.</summary>
    public long BytesResumed { get; init; }
}
