namespace Up42.Interactive;

/// <summary>A chart of a table told as a table: what stands where no script runs.</summary>
internal static class TableChartTable
{
    private const int MaxRows = 100;

    /// <summary>The table with its notes.</summary>
    public static Html Create(TableChart chart)
    {
        var points = chart.Groups.SelectMany(group => group.Points.Select(point => (group, point)))
            .Where(each => chart.Mark != ChartMark.Bins || each.point.Y > 0).ToList();
        var decimals = NumberText.DecimalsFor([.. points.Select(each => each.point.Y)]);
        var more = points.Count > MaxRows ? [$"{NumberText.Format(points.Count - MaxRows)} more values are in the picture."] : Array.Empty<string>();
        return Html.Format(
            $"""
            <table><caption>{chart.Title}</caption><thead>{Head(chart)}</thead>
            <tbody>{points.Take(MaxRows).Select(each => Row(chart, each.group, each.point, decimals))}</tbody></table>{Note([.. chart.Notes, .. more])}
            """);
    }

    /// <summary>Where a point stands, in words: a bin from its first value to its last.</summary>
    public static string Place(TableChart chart, ChartPoint point) => point.Width == 0
        ? chart.X.Text(point.X)
        : chart.X.IsDate
            ? $"{chart.X.Text(point.X - (point.Width / 2))} to {chart.X.Text(point.X + (point.Width / 2))}"
            : point.Width == 1 && Math.Floor(point.X) == point.X
                ? chart.X.Text(point.X)
                : NumberText.Range(point.X - (point.Width / 2), point.X + (point.Width / 2));

    private static Html Head(TableChart chart)
    {
        var group = chart.GroupTitle is { } title ? Html.Format($"""<th scope="col">{title}</th>""") : Html.Empty;
        return Html.Format($"""<tr><th scope="col">{chart.X.Title}</th>{group}<th scope="col" align="right">{chart.YTitle}</th></tr>""");
    }

    private static Html Row(TableChart chart, ChartGroup group, ChartPoint point, int decimals)
    {
        var part = chart.GroupTitle is null ? Html.Empty
            : Html.Format($"<td>{(point.Measure is { } measure ? NumberText.Format(measure, grouped: true) : group.Name)}</td>");
        return Html.Format(
            $"""<tr><th scope="row">{Place(chart, point)}</th>{part}<td align="right">{NumberText.Align(point.Y, decimals)}</td></tr>""");
    }

    private static Html Note(IReadOnlyList<string> notes) =>
        notes.Count == 0 ? Html.Empty : Html.Format($"""<p class="u42-note">{string.Join(" ", notes)}</p>""");
}
