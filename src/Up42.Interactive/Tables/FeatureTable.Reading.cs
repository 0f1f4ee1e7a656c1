using System.Text;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

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
    /// Esri JSON and TopoJSON are read by GDAL. The first bytes tell what it is, not the name.
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

    /// <summary>Makes a table of NetTopologySuite features.</summary>
    /// <param name="features">Their geometries are in EPSG:4326: SRID 4326, or 0 for not said.</param>
    /// <exception cref="Up42Exception">A geometry says that it is in another system.</exception>
    public static FeatureTable From(IEnumerable<IFeature> features)
    {
        ArgumentNullException.ThrowIfNull(features);
        var table = new TableBuilder();
        foreach (var feature in features)
        {
            table.Add(feature.Geometry);
            foreach (var name in feature.Attributes?.GetNames() ?? [])
            {
                table.Column(name).SetValue(table.Row, feature.Attributes![name]);
            }

            table.NextRow();
        }

        return table.Build("The features");
    }

    /// <summary>Makes a table of bare geometries, without columns.</summary>
    /// <param name="geometries">In EPSG:4326: SRID 4326, or 0 for not said.</param>
    /// <exception cref="Up42Exception">A geometry says that it is in another system.</exception>
    public static FeatureTable From(IEnumerable<Geometry> geometries)
    {
        ArgumentNullException.ThrowIfNull(geometries);
        var table = new TableBuilder();
        foreach (var geometry in geometries)
        {
            table.Add(geometry);
            table.NextRow();
        }

        return table.Build("The geometries");
    }

    /// <summary>Makes a table of rows, as LINQ gives them: <c>FeatureTable.From(table.OrderBy(row => row.AreaSquareMeters).Take(5))</c>.</summary>
    /// <param name="rows">Rows of one table or of several.</param>
    public static FeatureTable From(IEnumerable<FeatureRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var taken = rows.ToArray();
        return taken is [var first, ..] && taken.All(row => row.Table == first.Table)
            ? first.Table.Rows([.. taken.Select(row => row.Index)])
            : Concat(taken.Select(row => row.Table.Rows([row.Index])));
    }

    /// <summary>
    /// Puts tables below each other. Columns of the same name become one; where a table has no such column, the value is missing. <see
    /// cref="SourceCrs"/> stays where all agree on it.
    /// </summary>
    /// <param name="tables">In the order of the rows.</param>
    public static FeatureTable Concat(params IEnumerable<FeatureTable> tables)
    {
        ArgumentNullException.ThrowIfNull(tables);
        var (result, sources) = (new TableBuilder(), new HashSet<string?>());
        foreach (var table in tables)
        {
            foreach (var remark in table.Remarks)
            {
                result.Remarks.Add(remark);
            }

            sources.Add(table.Count == 0 ? null : table.Store.SourceCrs ?? table.Crs);
            var targets = table.Columns.Select(column => (column, result.Column(column.Name))).ToArray();
            for (var row = 0; row < table.Count; row++, result.NextRow())
            {
                foreach (var (column, target) in targets)
                {
                    target.SetRaw(result.Row, column.RawAt(row));
                }

                result.Ids.SetRaw(result.Row, table.Store.Ids.Raw(table.StoreRow(row)));
                if (table.WkbAt(row) is { } wkb)
                {
                    result.SetGeometry(wkb);
                }

                if (table.PictureAt(row) is { } picture)
                {
                    result.SetPicture(picture);
                }
            }
        }

        var known = sources.OfType<string>().ToArray();
        return result.Build(sourceCrs: known is [var only] ? only : null);
    }
}
