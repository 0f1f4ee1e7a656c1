namespace Up42.Interactive;

/// <summary>Reads a file of features by the format that its first bytes tell.</summary>
internal static class VectorFile
{
    public static FeatureTable Read(string path)
    {
        var (name, start) = (Path.GetFileName(path), FileStart.Read(path));
        if (start.Text.Length == 0)
        {
            throw new Up42Exception($"{name} is empty.");
        }

        // CSV has no first bytes of its own: it is told by its name alone.
        if (Path.GetExtension(path).ToLowerInvariant() is ".csv" or ".tsv")
        {
            return FeatureTable.ReadCsv(path);
        }

        var format = VectorFormats.All.FirstOrDefault(format => format.Matches(start))
            ?? throw new Up42Exception($"{name} holds no features in a known format; {VectorFormats.Names} are read.");
        return format.Read(Path.GetFullPath(path)).WithSource(name);
    }
}
