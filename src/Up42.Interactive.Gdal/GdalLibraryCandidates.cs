using System.Runtime.InteropServices;

namespace Up42.Interactive.Gdal;

/// <summary>Where GDAL's native library may be, most wanted first: the variable, the application's own files, conda, the system.</summary>
/// <param name="Names">Full paths, or bare names for the system's search.</param>
/// <param name="Variable">The value of <c>GDAL_LIBRARY</c>: when it is set nothing else is tried.</param>
internal sealed record GdalLibraryCandidates(IReadOnlyList<string> Names, string? Variable)
{
    private const string VariableName = "GDAL_LIBRARY";

    // libgdal's number grows by one with each feature release: 31 is GDAL 3.5, 32 is 3.6.
    private static readonly int[] Numbers = [.. Enumerable.Range(31, 14).Reverse()];

    internal static GdalLibraryCandidates ForThisMachine() => For(Environment.GetEnvironmentVariable(VariableName), AppContext.BaseDirectory);

    internal static GdalLibraryCandidates For(string? variable, string applicationFolder)
        => string.IsNullOrEmpty(variable)
            ? new([.. InApplication(applicationFolder), .. InConda(), .. InSystem()], null)
            : new([variable], variable);

    internal string NotFound()
    {
        const string Install = "Debian and Ubuntu: apt-get install libgdal32 (or the libgdal3x of your release); macOS: brew install gdal; "
            + "Windows: OSGeo4W, or a MaxRev.Gdal runtime package in the project; anywhere: conda install -c conda-forge libgdal";
        return Variable is null
            ? $"GDAL's native library was not found. Install it ({Install}) or set {VariableName} to its path. Tried: {string.Join(", ", Names)}."
            : $"GDAL's native library was not found: {VariableName} is set to '{Variable}', which cannot be loaded, or is not GDAL. "
              + $"Set it to the full path of the library, or unset it and install GDAL ({Install}).";
    }

    /// <summary>The folder of <c>proj.db</c> where a runtime package brings its own; null: the library knows where it is.</summary>
    internal static string? FindProjData()
    {
        var runtimes = Path.Combine(AppContext.BaseDirectory, "runtimes");
        return Directory.Exists(runtimes)
            ? Path.GetDirectoryName(Directory.EnumerateFiles(runtimes, "proj.db", SearchOption.AllDirectories).FirstOrDefault())
            : null;
    }

    private static IEnumerable<string> InApplication(string folder)
        => new[] { Path.Combine(folder, "runtimes", RuntimeInformation.RuntimeIdentifier, "native"), PortableRuntimeFolder(folder), folder }
            .Distinct()
            .Where(Directory.Exists)
            .SelectMany(candidate => Directory.EnumerateFiles(candidate, OperatingSystem.IsWindows() ? "gdal*.dll" : "libgdal*")
                .Order(StringComparer.Ordinal));

    private static string PortableRuntimeFolder(string folder)
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        return Path.Combine(folder, "runtimes", $"{system}-{RuntimeInformation.ProcessArchitecture}".ToLowerInvariant(), "native");
    }

    private static IEnumerable<string> InConda()
    {
        if (Environment.GetEnvironmentVariable("CONDA_PREFIX") is not { Length: > 0 } prefix)
        {
            return [];
        }

        return OperatingSystem.IsWindows() ? [Path.Combine(prefix, "Library", "bin", "gdal.dll")]
            : OperatingSystem.IsMacOS() ? [Path.Combine(prefix, "lib", "libgdal.dylib")]
            : [Path.Combine(prefix, "lib", "libgdal.so")];
    }

    private static IEnumerable<string> InSystem()
    {
        if (OperatingSystem.IsWindows())
        {
            var bin = Path.Combine(Environment.GetEnvironmentVariable("OSGEO4W_ROOT") ?? @"C:\OSGeo4W", "bin");
            var versioned = Numbers.Select(number => $"gdal{300 + number - 26}.dll");
            return ["gdal.dll", .. versioned.Select(name => Path.Combine(bin, name))];
        }

        return OperatingSystem.IsMacOS()
            ? ["libgdal.dylib", "/opt/homebrew/lib/libgdal.dylib", "/usr/local/lib/libgdal.dylib"]
            : [.. Numbers.Select(number => $"libgdal.so.{number}"), "libgdal.so", "/home/linuxbrew/.linuxbrew/lib/libgdal.so"];
    }
}
