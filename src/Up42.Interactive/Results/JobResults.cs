using System.Globalization;

namespace Up42.Interactive;

/// <summary>
/// What lies on disk of one job, however it came there: downloaded, unpacked by hand, or opened from an archive. It needs no account and no network.
/// </summary>
public sealed partial class JobResults : IHasResults
{
    private const string DataJson = "data.json";
    private static readonly string[] RasterExtensions = [".tif", ".tiff", ".jp2", ".j2k"];
    private readonly Lazy<IReadOnlyDictionary<string, FeatureTable>> _vectors;

    private JobResults(string source, string directory)
    {
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(source)));
        Directory = directory;
        Files = ResultsFolder.Files(directory);
        Table = Files.FirstOrDefault(file => file.Name == DataJson) is { } data ? RowQuicklooks.Attach(FeatureTable.Read(data.Path), Files) : FeatureTable.Empty;
        var rasters = Files.Where(file => file.HasExtension(RasterExtensions)).ToArray();
        var matching = new RasterMatching(Table, rasters);
        Rasters = [.. rasters.Select(matching.Raster)];
        UnmatchedFeatures = matching.Unmatched;
        _vectors = new(ReadVectors);
    }

    /// <summary>The name of the folder or archive that was opened.</summary>
    public string Name { get; }

    /// <summary>The full path of the folder the files lie in: the one that was opened, or the one its archive was unpacked to.</summary>
    public string Directory { get; }

    /// <summary>All files, by name. Links in the folder are not followed.</summary>
    public IReadOnlyList<ResultFile> Files { get; }

    /// <summary>The rasters (GeoTIFF and JPEG 2000), by name, each with the features that describe it.</summary>
    public IReadOnlyList<ResultRaster> Rasters { get; }

    /// <summary>The features of <c>data.json</c>; empty when the results have none.</summary>
    public FeatureTable Table { get; }

    /// <summary>The rows of <see cref="Table"/> for which no raster was found.</summary>
    public IReadOnlyList<FeatureRow> UnmatchedFeatures { get; }

    /// <summary>The vector results, read at the first use: every other <c>.geojson</c>, by its path below the folder without the extension.</summary>
    /// <exception cref="Up42Exception">One of them is no GeoJSON; the message names it.</exception>
    public IReadOnlyDictionary<string, FeatureTable> Vectors => _vectors.Value;

    IReadOnlyList<JobResults> IHasResults.ResultsOnDisk => [this];

    IReadOnlyList<string> IHasResults.QuicklooksOnDisk => [.. Files.Where(file => file.HasExtension([".jpg", ".jpeg", ".png"])).Select(file => file.Path)];

    /// <summary>Opens results: a folder, or an archive (<c>.tgz</c>, <c>.tar.gz</c>, <c>.tar</c>, <c>.zip</c>; told by its content).</summary>
    /// <remarks>
    /// An archive is unpacked once into the user's cache folder (the variable <c>UP42_CACHE</c>, else the platform's: <c>~/.cache/up42-interactive</c> on Linux), not beside
    /// the archive, since that may be read-only or somebody else's, and opening should change nothing there. As long as the archive stays the same, later calls use
    /// what was unpacked. A month after it was last opened it is removed; to keep the files, unpack them to a folder of your own and open that.
    /// </remarks>
    /// <param name="path">The folder or the archive.</param>
    /// <exception cref="Up42Exception">
    /// There is nothing at the path, the archive is damaged or holds what is not unpacked (links, names that lead out of the folder), or <c>data.json</c> is no GeoJSON.
    /// </exception>
    public static JobResults Open(string path) => Open(path, ResultsCache.OfUser);

    /// <summary>Rasters and features in one line.</summary>
    public override string ToString() =>
        $"JobResults {Name}: {Count(Rasters.Count, "raster")}, {Count(Table.Count, "feature")}, {Count(Files.Count, "file")}, {FileSize.Text(Files.Sum(file => file.Length))}";

    internal static JobResults Open(string path, ResultsCache cache)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return new JobResults(path, ResultsFolder.Locate(path, cache));
    }

    /// <summary>The rasters, for verbs that need one.</summary>
    /// <exception cref="Up42Exception">There is none.</exception>
    internal IReadOnlyList<ResultRaster> RequireRasters() => Rasters.Count > 0
        ? Rasters
        : throw new Up42Exception($"There is no raster ({string.Join(", ", RasterExtensions)}) in {Name}; it holds {Contents()}.");

    internal static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    private string Contents() => Files.Count switch
    {
        0 => "no file",
        <= 3 => string.Join(", ", Files.Select(file => file.Name)),
        _ => $"{string.Join(", ", Files.Take(3).Select(file => file.Name))} and {Count(Files.Count - 3, "other file")}",
    };

    private Dictionary<string, FeatureTable> ReadVectors() => Files
        .Where(file => file.HasExtension(".geojson"))
        .ToDictionary(file => file.Name[..^".geojson".Length], file => FeatureTable.Read(file.Path));
}
