namespace Up42.Interactive.Bench;

/// <summary>The archive that downloads are measured with: a scene as an uncompressed GeoTIFF, which gzip packs to some 650 MB.</summary>
internal static class BenchArchive
{
    /// <summary>The path of the archive, made when it is not there.</summary>
    /// <param name="scenes">Where scenes are kept.</param>
    public static string Get(string scenes)
    {
        var path = Path.Combine(scenes, "archive", "results.tgz");
        if (!File.Exists(path))
        {
            var scene = BenchScenes.Get(scenes, "pixel", overviews: false);
            Console.Error.WriteLine($"Making {path} (once; a minute or two).");
            var folder = Path.GetDirectoryName(path)!;
            Directory.CreateDirectory(Path.Combine(folder, "output"));
            BenchScenes.Run("gdal_translate", "-q", "-co", "BIGTIFF=IF_SAFER", scene, Path.Combine(folder, "output", "scene.tif"));
            File.WriteAllText(Path.Combine(folder, "output", "data.json"), """{"type":"FeatureCollection","features":[]}""");
            BenchScenes.Run("tar", "-czf", path + ".part", "-C", folder, "output");
            Directory.Delete(Path.Combine(folder, "output"), recursive: true);
            File.Move(path + ".part", path);
        }

        return path;
    }
}
