namespace Up42.Interactive;

/// <summary>A format of rasters that is opened.</summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Driver">GDAL's name of it.</param>
/// <param name="Signatures">The first bytes of its files, any of them.</param>
internal sealed record RasterFormat(string Name, string Driver, IReadOnlyList<byte[]> Signatures)
{
    /// <summary>The extensions by which a job's results hold it; none for formats that only quicklooks have.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>The compression that it always has; null where there is a choice.</summary>
    public string? Compression { get; init; }

    /// <summary>Whether it is decoded from the top: reading a part costs all above it.</summary>
    public bool IsSequential { get; init; }

    /// <summary>The tiles of all bands at most: OpenJPEG keeps some kilobytes of each, which a file of any size may announce.</summary>
    public long? MaxTiles { get; init; }

    /// <summary>About how many nanoseconds decoding a byte takes; null where the compression tells it.</summary>
    public int? Slowness { get; init; }

    /// <summary>How many blocks that all fail are tried before a raster is given up: a block of JPEG 2000 takes long to fail.</summary>
    public int Patience { get; init; } = 100;
}
