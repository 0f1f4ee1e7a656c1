using System.Text;
using NetTopologySuite.Features;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>The table as a GeoJSON FeatureCollection; missing values are null.</summary>
    public string ToGeoJson()
    {
        using var text = new MemoryStream();
        GeoJsonWriter.Write(this, text);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Writes the table as GeoJSON, UTF-8. An existing file is replaced once the new one is whole.</summary>
    /// <param name="path">The file to write; parent folders are created.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="ArgumentException">The path is a folder.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public string SaveGeoJson(string path) => AtomicFile.Save(path, "table.geojson", file => GeoJsonWriter.Write(this, file));

    /// <summary>
    /// Writes the table as CSV (RFC 4180), UTF-8, with a heading: the ids where there are any, the properties, then the geometry as WKT. Missing
    /// values are empty, lists and objects are JSON. An existing file is replaced once the new one is whole.
    /// </summary>
    /// <param name="path">The file to write; parent folders are created.</param>
    /// <param name="options">What a spreadsheet needs; null: texts that look like formulas are disarmed.</param>
    /// <returns>The file's full path.</returns>
    /// <exception cref="ArgumentException">The path is a folder.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public string SaveCsv(string path, CsvOptions? options = null) =>
        AtomicFile.Save(path, "table.csv", file => CsvWriter.Write(this, file, options ?? new CsvOptions()));

    /// <summary>
    /// The table as NetTopologySuite features, for other libraries. Lists and objects are <see cref="System.Text.Json.JsonElement"/>s.
    /// </summary>
    public FeatureCollection ToFeatureCollection() =>
        [.. this.Select(row => new Feature(row.Geometry, new AttributesTable(row)))];
}
