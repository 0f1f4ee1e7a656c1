namespace Up42.Interactive;

/// <summary>Maps of tables.</summary>
public static class TableMaps
{
    /// <summary>
    /// Shows the features of a table on a map, coloured by a column: numbers along a scale or in classes, other values one colour each, with a
    /// legend that counts them.
    /// </summary>
    /// <param name="table">The table; rows without a geometry are not on the map, and it says how many.</param>
    /// <param name="colorBy">The column that colours the features; null: that of the options, or one colour for all.</param>
    /// <param name="over">Results whose rasters lie below the features; null: the basemap alone.</param>
    /// <param name="bands">Of these rasters <c>1</c>, <c>[3, 2, 1]</c> or <c>["B8", "B4", "B3"]</c>; null: each raster's own choice.</param>
    /// <param name="aoi">A table, a geometry in EPSG:4326, GeoJSON text or a path.</param>
    /// <param name="nameColumn">The column that names the features, in any letter case.</param>
    /// <param name="options">Basemap, colours, classes, height.</param>
    /// <param name="cancellationToken">Cancels the reading and drawing.</param>
    /// <exception cref="ArgumentException">The column that is to colour the features does not exist.</exception>
    /// <exception cref="Up42Exception">No row has a geometry, there are no results yet, or no raster can be shown.</exception>
    public static ResultMap Map(
        this FeatureTable table,
        string? colorBy = null,
        IHasResults? over = null,
        BandList? bands = null,
        Aoi? aoi = null,
        string nameColumn = "name",
        MapOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        options = colorBy is null ? options ?? new MapOptions() : (options ?? new MapOptions()) with { ColorBy = table[colorBy].Name };
        var places = Enumerable.Range(0, table.Count).Count(row => table.HasPlaceAt(row));
        if (places == 0)
        {
            throw new Up42Exception(table.Count == 0 ? "The table has no rows to map." : "No row of the table has a geometry to map.");
        }

        var builder = new MapBuilder(options, cancellationToken);
        builder.AddVectors(table, table.Store.Source ?? "Features", nameColumn: nameColumn);
        if (over is not null)
        {
            builder.AddImages(MapSources.Rasters(over.ResultsOnDisk), bands);
        }

        if (places < table.Count)
        {
            builder.AddRemark($"{DisplayText.Count(table.Count - places, "row")} without a geometry left out.");
        }

        return (aoi is null ? builder : builder.AddAoi(aoi.Table)).Build();
    }
}
