namespace Up42.Interactive.TestKit;

/// <summary>The rasters and tables of the samples, unpacked by tar; not to be changed, since all tests of a project share them.</summary>
public sealed class SampleScenes : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lock _unpacking = new();

    /// <summary>The folder of Berlin's results, with <c>data.json</c>.</summary>
    public string Berlin => Unpack("berlin", Samples.BerlinTgz);

    /// <summary>The folder of Olinda's results, with <c>data.json</c>.</summary>
    public string Olinda => Unpack("olinda", Samples.OlindaTgz);

    /// <summary>The one raster in a folder.</summary>
    public static string RasterIn(string folder) => Directory.EnumerateFiles(folder, "*.tif", SearchOption.AllDirectories).Single();

    /// <summary>The one table in a folder.</summary>
    public static string TableIn(string folder) => Directory.EnumerateFiles(folder, "data.json", SearchOption.AllDirectories).Single();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private string Unpack(string name, string archive)
    {
        var folder = _folder[name];
        lock (_unpacking)
        {
            if (!Directory.Exists(folder))
            {
                Directory.CreateDirectory(folder);
                Tool.Run("tar", "xzf", archive, "-C", folder);
            }
        }

        return folder;
    }
}
