using NetTopologySuite.Features;
using NetTopologySuite.Geometries;

namespace Up42.Interactive;

public sealed partial class FeatureTable
{
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
            var targets = table.Columns.Select(column => (Column: column, Target: result.ColumnWithinLimit(column.Name)))
                .Where(pair => pair.Target is not null).ToArray();
            for (var row = 0; row < table.Count; row++, result.NextRow())
            {
                foreach (var (column, target) in targets)
                {
                    target!.SetRaw(result.Row, column.RawAt(row));
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
