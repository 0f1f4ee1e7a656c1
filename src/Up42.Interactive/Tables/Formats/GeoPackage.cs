namespace Up42.Interactive;

/// <summary>GeoPackages, which are databases of SQLite: tables are read, views are queries of whoever made the file.</summary>
internal static class GeoPackage
{
    private static readonly string[] Logs = ["-wal", "-journal"];

    /// <summary>Reads all layers.</summary>
    /// <exception cref="Up42Exception">It defines views or computed tables, whose rows may have no end, or cannot be read.</exception>
    public static FeatureTable Read(string path)
    {
        var name = Path.GetFileName(path);
        RefuseChangesBeside(path);
        using (var schema = new SqliteSchema(path))
        {
            if (!schema.HasTablesOnly)
            {
                throw new Up42Exception(
                    $"{name} is not read: it is damaged, or holds views, virtual tables or computed columns, which may never end, or read other files. "
                    + "Save their rows as tables first.");
            }

            if (schema.DefaultLetters > Limits.Default.DefaultLetters)
            {
                throw new Up42Exception(
                    $"{name} is not read: what its columns have by default takes {NumberText.Format(schema.DefaultLetters)} letters, which each row may "
                    + $"have, and {NumberText.Format(Limits.Default.DefaultLetters)} are taken. Save its rows as a new table.");
            }

            if (schema.Entries > Limits.Default.DatabaseEntries)
            {
                throw new Up42Exception(
                    $"{name} is not read: it defines {NumberText.Format(schema.Entries)} tables, indexes and triggers, and "
                    + $"{NumberText.Format(Limits.Default.DatabaseEntries)} are looked at. Save the layers that you need as one of their own.");
            }
        }

        // Else SQLite makes files beside it.
        return GdalVectorReader.Read(path, ["GPKG"], ["IMMUTABLE=YES"]);
    }

    /// <summary>SQLite takes up such changes, which could be views, and GDAL writes them into the file when it closes it.</summary>
    private static void RefuseChangesBeside(string path)
    {
        if (Logs.Select(ending => new FileInfo(path + ending)).FirstOrDefault(file => file is { Exists: true, Length: > 0 }) is { } changes)
        {
            throw new Up42Exception(
                $"{Path.GetFileName(path)} is not read: {changes.Name} beside it holds changes that are not in it yet. Close it in the program that has it "
                    + "open, and read it again.");
        }
    }
}
