namespace Up42.Interactive;

/// <summary>How much of a response is taken into memory.</summary>
internal static class ResponseLimits
{
    /// <summary>Bytes of a response, after decompression: a results table of some hundred thousand features fits.</summary>
    public const int MaxBytes = 256 << 20;

    /// <summary>Bytes of JSON that is parsed as a whole: parsed, JSON of one character a value takes twelve times its size.</summary>
    public const int MaxJsonBytes = 32 << 20;
}
