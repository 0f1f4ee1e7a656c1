namespace Up42.Interactive;

/// <summary>The heads and rows of a table as static markup; the geometry is the second column, its shape a cell of its own.</summary>
internal static class FeatureRowsHtml
{
    /// <summary>How many cells a row has.</summary>
    public static int Width(TableLayout layout) =>
        1 + layout.Columns.Shown.Count + (layout.Table.HasPictures ? 1 : 0) + (layout.Geometry is not { } geometry ? 0 : geometry.HasShapes ? 2 : 1);

    public static Html Head(TableLayout layout)
    {
        var quicklook = layout.Table.HasPictures ? Html.Format($"<th scope=\"col\">quicklook</th>") : Html.Empty;
        var heads = WithGeometry(layout, layout.Shown.Select(column => HeadCell(column, layout.IsBrief)), GeometryHead);
        return Html.Format(
            $"""
            <thead><tr><th scope="col" align="right">row</th>{quicklook}{heads}</tr></thead>
            """);
    }

    public static Html Row(TableLayout layout, int index)
    {
        var quicklook = layout.Table.PictureAt(index) is { } source ? CellHtml.Picture(source, $"Quicklook of row {index}") : Html.Empty;
        var picture = layout.Table.HasPictures ? Html.Format($"<td>{quicklook}</td>") : Html.Empty;
        var cells = WithGeometry(
            layout, layout.Shown.Select(column => CellHtml.Cell(column, index)), geometry =>
                GeometryCells(geometry, GeometryFacts.Create(layout.Table, index, geometry.Extent)));
        return Html.Format(
            $"""
            <tr><th scope="row" align="right">{index}</th>{picture}{cells}</tr>

            """);
    }

    /// <summary>What a head says below its name.</summary>
    public static Html Below(ColumnLayout column) => Html.Join(
    [
        column.About.Length == 0 ? Html.Empty : Html.Format($"<br><small>{column.About}</small>"),
        column.Histogram is { } histogram ? Html.Format($"<br>{histogram.ToHtml()}") : Html.Empty,
    ]);

    private static Html WithGeometry(TableLayout layout, IEnumerable<Html> cells, Func<GeometryLayout, Html> geometry)
    {
        var all = cells.ToArray();
        return layout.Geometry is null
            ? Html.Join(all)
            : Html.Join([.. all[..layout.GeometryPlace], geometry(layout.Geometry), .. all[layout.GeometryPlace..]]);
    }

    private static Html HeadCell(ColumnLayout column, bool isBrief)
    {
        var align = column.IsNumber ? Html.Format($" align=\"right\"")
            : column.IsForMachines ? Html.Format($" class=\"u42-k\"")
            : Html.Empty;
        var below = isBrief ? Html.Empty : Below(column);
        return Html.Format($"<th scope=\"col\"{align} title=\"{ColumnTypeName.Format(column.Type)}\">{column.Name}{below}</th>");
    }

    private static Html GeometryHead(GeometryLayout geometry)
    {
        var scope = geometry.HasShapes ? Html.Format($"scope=\"colgroup\" colspan=\"2\"") : Html.Format($"scope=\"col\"");
        var about = geometry.About.Length == 0 ? Html.Empty : Html.Format($"<br><small>{geometry.About}</small>");
        return Html.Format($"<th {scope}>geometry{about}</th>");
    }

    private static Html GeometryCells(GeometryLayout layout, GeometryFacts facts)
    {
        var text = layout.Text(facts) is { Length: > 0 } words ? words : "–";
        var cell = layout.Unit is null ? Html.Format($"<td class=\"u42-n\">{text}</td>") : Html.Format($"<td align=\"right\">{text}</td>");
        var outline = facts.Outline is { } shape ? CellHtml.Picture(shape.ToPicture(26), "") : Html.Empty;
        return layout.HasShapes ? Html.Format($"<td>{outline}</td>{cell}") : cell;
    }
}
