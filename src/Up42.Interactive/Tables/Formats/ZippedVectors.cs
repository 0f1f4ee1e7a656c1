using System.IO.Compression;

namespace Up42.Interactive;

/// <summary>Features in zip files: the KML of a KMZ, and shapefiles with their companions.</summary>
internal static class ZippedVectors
{
    private const int MaxFiles = 200;

    private static readonly string[] Companions = [".shp", ".shx", ".dbf", ".prj", ".cpg", ".kml"];

    /// <summary>Whether a file is a zip that holds a file with an extension.</summary>
    public static bool Holds(FileStart start, string extension)
    {
        if (!start.StartsWith("PK\x03\x04"u8))
        {
            return false;
        }

        try
        {
            using var zip = ZipFile.OpenRead(start.Path);
            return zip.Entries.Any(entry => Has(entry, extension));
        }
        catch (InvalidDataException error)
        {
            throw new Up42Exception($"{Path.GetFileName(start.Path)} is a damaged zip: {error.Message}", error);
        }
    }

    /// <summary>Reads each file of an extension, below each other.</summary>
    public static FeatureTable Read(string path, string extension)
    {
        var (name, folder) = (Path.GetFileName(path), Directory.CreateTempSubdirectory("up42-"));
        try
        {
            var files = Extract(path, name, folder.FullName).Where(file => file.EndsWith(extension, StringComparison.OrdinalIgnoreCase)).ToArray();
            if (files.FirstOrDefault(file => FileStart.Read(file).StartsWith("PK\x03\x04"u8)) is { } nested)
            {
                throw new Up42Exception($"{name} is not read: {Path.GetFileName(nested)} in it is a zip again. Unpack it first.");
            }

            var tables = files.Select(file => (Path.GetFileNameWithoutExtension(file), VectorFile.Read(file))).ToArray();
            return LayerColumn.Concat(tables);
        }
        catch (InvalidDataException error)
        {
            throw new Up42Exception($"{name} is a damaged zip: {error.Message}", error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Takes out what features are made of, under plain names of ours; an entry's own path goes nowhere.</summary>
    private static List<string> Extract(string path, string name, string folder)
    {
        var (files, left) = (new List<string>(), Limits.Default.ZippedBytes);
        using var zip = ZipFile.OpenRead(path);
        foreach (var entry in zip.Entries.Where(entry => Companions.Any(extension => Has(entry, extension))).Take(MaxFiles))
        {
            var parent = Directory.CreateDirectory(Path.Join(folder, $"{entry.FullName.Split('/', '\\').Length}"));
            var file = Path.Join(parent.FullName, SafeFileName.Create(Path.GetFileName(entry.Name)));
            using var source = entry.Open();
            using var target = File.Create(file);
            left = Copy(source, target, left) ?? throw new Up42Exception(
                $"{name} unpacks to more than {FileSize.Format(Limits.Default.ZippedBytes)}; such a file is not read.");
            files.Add(file);
        }

        return files;
    }

    private static long? Copy(Stream source, FileStream target, long left)
    {
        var buffer = new byte[128 * 1024];
        for (int read; (read = source.Read(buffer)) > 0; left -= read)
        {
            if (read > left)
            {
                return null;
            }

            target.Write(buffer, 0, read);
        }

        return left;
    }

    private static bool Has(ZipArchiveEntry entry, string extension) =>
        entry.FullName.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
        && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal) && !entry.Name.StartsWith("._", StringComparison.Ordinal);
}
