namespace Up42.Interactive;

/// <summary>A raster to show, with names for bands that its file gives none.</summary>
/// <param name="Path">The file.</param>
/// <param name="BandNames">A name for each band, in order; empty where none are known.</param>
internal readonly record struct NamedRaster(string Path, IReadOnlyList<string> BandNames)
{
    /// <summary>What values stand for where nothing beside the file says it.</summary>
    public KnownClasses Classes { get; init; } = KnownClasses.None;

    /// <summary>What displays call it; the file's name where nothing better is known.</summary>
    public string Title { get; init; } = System.IO.Path.GetFileName(Path);

    /// <summary>What keeps a raster on a server readable under its path; null of one on the disk.</summary>
    public RemoteRaster? Remote { get; init; }

    /// <summary>The raster of a file, as it names its bands itself.</summary>
    public static implicit operator NamedRaster(string path) => new(path, []);

    /// <summary>What drawing it takes besides opening it, in the units of <see cref="Limits.RasterWork"/>: a key names its classes.</summary>
    public long Drawing => Limits.Default.RasterDrawing + (Classes.Count / 2);

    /// <summary>Opens it.</summary>
    public RasterFile Open() => RasterFile.Open(Path, BandNames, Classes);
}
