using System.Text;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
    /// <summary>Reads GeoJSON text: a FeatureCollection, a Feature, a geometry, or several features one after the other.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="Up42Exception">The text is not JSON or not GeoJSON; the message names line and position.</exception>
    public static FeatureTable Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return GeoJsonText.Read(Encoding.UTF8.GetBytes(json), "The text");
    }

    /// <summary>
    /// Reads a file of features. GeoJSON of any size (also newline-delimited or as RFC 8142 sequence) and WKT (one geometry after the other) need
    /// no other library; KML, KMZ, shapefiles (the <c>.shp</c> with its companions beside it, or all of them in a zip), GeoPackages, FlatGeobuf,
    /// GeoParquet, Esri JSON and TopoJSON are read by GDAL. The first bytes tell what it is, not the name; <c>.csv</c> and
    /// <c>.tsv</c> alone are told by it, and read as <see cref="ReadCsv"/> does.
    /// </summary>
    /// <remarks>
    /// Of a GeoJSON feature its properties, geometry and id are kept; <c>bbox</c> and foreign members are not. Rings are closed and turned as RFC
    /// 7946, section 3.1.6, wants them. What is in another coordinate reference system is transformed to EPSG:4326, and <see cref="SourceCrs"/>
    /// names it. Several layers of a file come below each other, with their name in the column <c>layer</c> (<c>layer_name</c> where there is such
    /// a column). A feature or value that cannot be read is left out, and <see cref="Remarks"/> says so.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <exception cref="Up42Exception">The file does not exist, it is damaged (the message names line and position of text), or GDAL is needed and
    /// missing.</exception>
    public static FeatureTable Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (!File.Exists(path))
        {
            throw new Up42Exception($"There is no file '{path}'.");
        }

        return VectorFile.Read(path);
    }

    /// <summary>
    /// Reads CSV (RFC 4180) with a heading, as <see cref="SaveCsv"/> writes it: values get their types and geometries back. Of others' files columns
    /// of numbers are numbers (007 stays a text), <c>NA</c>, <c>NaN</c> and <c>null</c> are missing, geometries are well-known text in a column
    /// <c>geometry</c>, <c>wkt</c> or <c>geom</c>, or points of <c>longitude</c> and <c>latitude</c>. Comma, semicolon and tab part cells.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="options">Whether disarmed formulas are armed again; null: they are.</param>
    /// <exception cref="Up42Exception">The file does not exist, or it is damaged; the message names the line.</exception>
    public static FeatureTable ReadCsv(string path, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return File.Exists(path)
            ? CsvReader.ReadFile(path, options ?? new CsvOptions()).WithSource(Path.GetFileName(path))
            : throw new Up42Exception($"There is no file '{path}'.");
    }

    /// <summary>Reads CSV text as <see cref="ReadCsv"/> reads files.</summary>
    /// <param name="csv">The text.</param>
    /// <param name="options">Whether disarmed formulas are armed again; null: they are.</param>
    /// <exception cref="Up42Exception">It is damaged; the message names the line.</exception>
    public static FeatureTable ParseCsv(string csv, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return CsvReader.Read(csv, options ?? new CsvOptions());
    }
}
