namespace Up42.Interactive;

/// <summary>One raster of a job's results, and the features that describe it.</summary>
public sealed partial class ResultRaster
{
    internal ResultRaster(ResultFile file, RasterMatch match, IReadOnlyList<FeatureRow> features)
    {
        (File, Match, Features) = (file, match, features);
        Named = new NamedRaster(file.Path, BandNames.Find(features)) { Remote = file.Remote };
        try
        {
            RasterContainer.TakeWork(file.Path, times: 1);
            Named = Named with { Classes = StacClasses.Find(features) };
            using var raster = Open();
            Facts = RasterFacts.Read(raster);
        }
        catch (Up42Exception error)
        {
            Problem = LocalPaths.ShortenBeside(error.Message, file.Path);
        }
    }

    /// <summary>The file.</summary>
    public ResultFile File { get; }

    /// <summary>The path below the results' folder, with forward slashes.</summary>
    public string Name => File.Name;

    /// <summary>The full path.</summary>
    public string Path => File.Path;

    /// <summary>The rows of the results' table that describe the raster; empty when none does.</summary>
    public IReadOnlyList<FeatureRow> Features { get; }

    /// <summary>By what the features were found.</summary>
    public RasterMatch Match { get; }

    /// <summary>Why the raster cannot be opened, in one sentence; null when it can.</summary>
    public string? Problem { get; }

    /// <summary>What was read of it when the results were opened; null when it could not be.</summary>
    internal RasterFacts? Facts { get; }

    /// <summary>The raster with the names its features give its bands.</summary>
    internal NamedRaster Named { get; }

    /// <summary>Opens the raster; dispose it after use. Bands without a name in the file have the one of the features' property <c>bands</c>.</summary>
    /// <exception cref="Up42Exception">It is of a format that is not opened, or damaged, or GDAL is missing.</exception>
    public RasterFile Open() => Named.Open();

    /// <summary>Name and facts in one line.</summary>
    public override string ToString() => SingleLine.Format(Facts is { } facts ? $"{Name}: {facts}" : $"{Name}: {Problem}");
}
