using Xunit;

namespace Up42.Interactive.TestKit;

/// <summary>The results of real UP42 jobs that lie beside the repository, in <c>../shared/data/up42-jobs</c>.</summary>
public static class Samples
{
    /// <summary>The result archive of a real job: Berlin, Sentinel-2, 768×768 RGBA in EPSG:3857; pixels only in the north-west third.</summary>
    public static string BerlinTgz => Find("berlin-sentinel2/result_tif.tgz");

    /// <summary>The same archive as a zip.</summary>
    public static string BerlinZip => Find("berlin-sentinel2/result_tif.zip");

    /// <summary>A real Landsat 7 scene: Olinda, 349×352, six byte bands in EPSG:31985.</summary>
    public static string OlindaTgz => Find("landsat-olinda.tgz");

    /// <summary>The root of this repository.</summary>
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    /// <summary>The path of a sample. Where there are no samples the test is skipped, except on CI, where it fails.</summary>
    /// <param name="name">Path below <c>up42-jobs</c>, with forward slashes.</param>
    public static string Find(string name)
    {
        var path = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", "data", "up42-jobs", name));
        if (!File.Exists(path))
        {
            Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", $"There is no {path}.");
            Assert.Fail($"CI needs {path}.");
        }

        return path;
    }

    /// <summary>The path of a small input that went wrong once. Where there are none the test is skipped, except on CI, where it fails.</summary>
    /// <param name="name">Path below <c>cases</c>, with forward slashes.</param>
    public static string FindCase(string name) => Find($"../cases/{name}");

    private static string FindRepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Up42.Interactive.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
