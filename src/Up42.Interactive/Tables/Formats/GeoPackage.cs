namespace Up42.Interactive;

/// <summary>GeoPackages, which are databases of SQLite: tables are read, views are queries of whoever made the file.</summary>
internal static class GeoPackage
{
    /// <summary>Reads all layers.</summary>
    /// <exception cref="Up42Exception">It defines views, whose rows may have no end, or cannot be read.</exception>
    public static FeatureTable Read(string path)
    {
        var name = Path.GetFileName(path);
        using (var schema = new SqliteSchema(path))
        {
            if (!schema.HasTablesOnly)
            {
                throw new Up42Exception(
                    $"{name} is not read: it is damaged, or holds views, which are queries that may never end. Save their rows as tables first.");
            }
        }

        return GdalVectorReader.Read(path, "GPKG");
    }
}
