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
    /// GeoParquet, Esri JSON and TopoJSON are read by GDAL. The first bytes tell what it is, not the name.
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
}
