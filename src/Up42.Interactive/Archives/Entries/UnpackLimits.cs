namespace Up42.Interactive;

/// <summary>How much an archive may hold. The defaults leave room for scenes of tens of gigabytes.</summary>
public sealed record UnpackLimits
{
    private const long Gigabyte = 1L << 30;

    /// <summary>Files, folders and headers together.</summary>
    /// <value>The default value is 100,000.</value>
    public int Entries { get; init; } = 100_000;

    /// <summary>Bytes of all files together.</summary>
    /// <value>The default value is 512 GiB.</value>
    public long TotalBytes { get; init; } = 512 * Gigabyte;

    /// <summary>Bytes of one file.</summary>
    /// <value>The default value is 128 GiB.</value>
    public long FileBytes { get; init; } = 128 * Gigabyte;

    /// <summary>Bytes unpacked for each byte of the archive. A blank scene packs 1 : 1000, so this applies only above <see cref="RatioFromBytes"/>.</summary>
    /// <value>The default value is 250.</value>
    public int Ratio { get; init; } = 250;

    /// <summary>Up to this many bytes the ratio does not matter.</summary>
    /// <value>The default value is 4 GiB.</value>
    public long RatioFromBytes { get; init; } = 4 * Gigabyte;
}
