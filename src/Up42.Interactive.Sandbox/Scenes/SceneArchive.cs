using Up42.Interactive.Gdal;

namespace Up42.Interactive.Sandbox;

/// <summary>Makes the archive of a job whose result is a scene.</summary>
public static class SceneArchive
{
    /// <summary>Makes a scene and packs it as a <c>.tgz</c> in UP42's layout: <c>output/data.json</c>, <c>output/ID/NAME.tif</c>.</summary>
    /// <param name="path">The archive to write; nothing stays under this name when the writing fails.</param>
    /// <param name="options">Size, place, date; null: the defaults.</param>
    /// <param name="progress">Receives the share that is done, 0…1.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">A width or height below one pixel.</exception>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to.</exception>
    public static void Write(string path, SceneOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        options ??= new SceneOptions();
        var facts = new SceneFacts(options);
        var raster = path + ".tif";
        try
        {
            SceneMaker.Write(raster, options, progress is null ? null : new Share(progress, 0.9), cancellationToken);
            ResultsArchive.Write(path, facts.Collection(), [(facts.DataPath, raster)], facts.AcquiredAt, cancellationToken);
        }
        catch (GdalException error) when (!error.IsLibraryMissing)
        {
            throw NotWritten(path, error);
        }
        finally
        {
            File.Delete(raster);
        }

        progress?.Report(1);
    }

    /// <summary>What GDAL says where a file cannot be written, as the error that it is.</summary>
    internal static IOException NotWritten(string path, GdalException error) => new($"{path} cannot be written: {error.Message}", error);

    private sealed class Share(IProgress<double> whole, double share) : IProgress<double>
    {
        public void Report(double value) => whole.Report(value * share);
    }
}
